import Archiving
import GRDB
import Registration

extension RegisterError {
    /// Runs work on a database and tells what went wrong in our words.
    ///
    /// Of SQLite's words those about the code are kept; others could repeat what was stored.
    static func translating<Result>(
        _ subject: String,
        _ work: () throws -> Result
    ) throws(RegisterError) -> Result {
        do {
            return try work()
        } catch {
            throw RegisterError(cause: error, subject: subject)
        }
    }

    private init(cause: any Error, subject: String) {
        switch cause {
        case let error as RegisterError: self = error
        case let error as CaseRefusal: self.init(.impossible, subject, refusal: error)
        case let error as ArchiveError:
            let code: Code = error.code == .alreadyExists ? .alreadyExists : .cannotWrite
            self.init(code, error.subject, reason: error.reason)
        case let error as DatabaseError:
            let general = DatabaseError(resultCode: error.resultCode)
            let code = Self.code(for: error.resultCode)
            self.init(code, subject, reason: general.message ?? "")
        // What is stored has another type than the schema says.
        default: self.init(.damaged, subject)
        }
    }

    private static func code(for result: ResultCode) -> Code {
        switch result {
        case .SQLITE_NOTADB: .notRegister
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY: .cannotWrite
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
        default: .damaged
        }
    }
}
