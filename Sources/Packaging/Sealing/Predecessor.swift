import Registration
import Sealing

/// The dossier that a new one takes the place of.
struct Predecessor: Hashable, Sendable {
    /// Its id.
    var id: DossierID
    /// The id of the first revision of the case.
    var caseID: DossierID
    /// Its revision.
    var revision: Int
    /// Whom it is about: the number behind it stays with the candidate.
    var commitment: SubjectCommitment
}
