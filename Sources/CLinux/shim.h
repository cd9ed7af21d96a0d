#pragma once
// Linux's own calls: glibc declares them only to programs that ask for more than POSIX, and Swift does not
// ask.

/// Brings all of a file system's files and names to the disk (Linux 2.6.39).
int syncfs(int descriptor);

/// Gives a file another name; flag 1, RENAME_NOREPLACE: unless there is a file of that name (Linux 3.15).
int renameat2(
    int from, const char *_Nonnull name, int to, const char *_Nonnull target, unsigned int flags);

/// Gives memory that is free back to the system, but for so many bytes (glibc 2.8: all of it, everywhere).
int malloc_trim(unsigned long kept);

/// Sets how memory is handed out; -8, M_ARENA_MAX: from how many heaps at most (glibc 2.10).
int mallopt(int parameter, int value);
