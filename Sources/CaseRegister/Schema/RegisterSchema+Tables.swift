extension RegisterSchema {
    /// Schema 1: what can be read from the events stands beside them, so that lists need not replay.
    static let tables = """
        CREATE TABLE office (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            name TEXT NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN ('site', 'area')),
            areas TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE cases (
            number INTEGER PRIMARY KEY,
            case_id TEXT NOT NULL UNIQUE,
            dossier_id TEXT NOT NULL,
            area TEXT NOT NULL,
            year INTEGER NOT NULL,
            name TEXT NOT NULL,
            masked_number TEXT NOT NULL,
            search TEXT NOT NULL,
            lock_scope TEXT NOT NULL CHECK (lock_scope IN ('image', 'dossier')),
            last_day INTEGER,
            takes_late_replacements INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'site-accepted',
                'area-accepted', 'rejected', 'withdrawn')),
            revision INTEGER NOT NULL,
            version INTEGER NOT NULL,
            received INTEGER NOT NULL,
            since INTEGER NOT NULL,
            reviewer TEXT
        ) STRICT;

        CREATE TABLE submissions (
            number INTEGER NOT NULL REFERENCES cases (number),
            revision INTEGER NOT NULL,
            dossier_id TEXT NOT NULL UNIQUE,
            supersedes TEXT,
            archive BLOB NOT NULL CHECK (length(archive) = 32),
            commitment BLOB NOT NULL,
            day INTEGER NOT NULL,
            received INTEGER NOT NULL,
            PRIMARY KEY (number, revision)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE manifests (
            dossier_id TEXT NOT NULL UNIQUE REFERENCES submissions (dossier_id),
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE events (
            number INTEGER NOT NULL REFERENCES cases (number),
            place INTEGER NOT NULL,
            time INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor IN ('candidate', 'site', 'area', 'clock')),
            office TEXT,
            action TEXT NOT NULL,
            revision INTEGER,
            content TEXT NOT NULL,
            line TEXT NOT NULL,
            reviewer TEXT,
            recorded INTEGER NOT NULL,
            day INTEGER NOT NULL,
            waited INTEGER,
            PRIMARY KEY (number, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE returned_items (
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            item INTEGER NOT NULL,
            material TEXT NOT NULL,
            picture INTEGER,
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (number, place, item),
            FOREIGN KEY (number, place) REFERENCES events (number, place)
        ) STRICT, WITHOUT ROWID;

        """

    /// What was once recorded stays as it is, whatever program opens the file.
    ///
    /// The log has no gaps, and so a line cannot be put in another's place either.
    static let appendOnly =
        ["submissions", "manifests", "events", "returned_items"].map { table in
            """
            CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END;
            CREATE TRIGGER \(table)_remain BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END;

            """
        }.joined() + """
            CREATE TRIGGER events_follow BEFORE INSERT ON events
            WHEN NEW.place <> (
                SELECT coalesce(max(place), 0) + 1 FROM events WHERE number = NEW.number)
            BEGIN SELECT RAISE(ABORT, 'events follow one another'); END;
            CREATE TRIGGER cases_remain BEFORE DELETE ON cases
            BEGIN SELECT RAISE(ABORT, 'cases remain'); END;

            """
}
