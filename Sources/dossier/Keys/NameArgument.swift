import ArgumentParser
import Sealing

/// Reads the names of keys and dossiers from arguments.
enum NameArgument {
    /// A key's name, as lists and `key list` write it.
    static func key(_ text: String) throws -> KeyID {
        guard let id = KeyID(text: text) else {
            throw ValidationError("A key's name has eleven letters: see `dossier key list`.")
        }
        return id
    }

    /// A dossier's id, as a person types it.
    static func dossier(_ text: String) throws -> DossierID {
        do throws(SealError) {
            return try DossierID(parsing: text)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
