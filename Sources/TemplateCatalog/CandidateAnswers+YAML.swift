import Registration
public import Review

extension CandidateAnswers {
    /// Takes the answers of a candidate's file for an area, which may be another one than its own.
    ///
    /// - Parameters:
    ///   - file: The candidate's file.
    ///   - own: The area that it was written for.
    ///   - area: The area that the answers are for.
    /// - Returns: The answers, and those that the area does not take.
    public static func taking(
        _ file: CandidateFile,
        of own: Area,
        for area: Area
    ) -> (answers: Self, refused: [ProfileFact]) {
        let (profile, refused) = area.translating(file.candidate.profile)
        let papers = file.papers.compactMap { paper -> Paper? in
            let concept = own.material(id: paper.material)?.concept
            guard let material = area.materials.first(where: { $0.concept == concept }) else {
                return nil
            }
            return Paper(material: material.id, issued: paper.issued, expires: paper.expires)
        }
        let answers = Self(
            name: file.candidate.name.isEmpty ? nil : file.candidate.name,
            idNumber: file.candidate.idNumber.isEmpty ? nil : file.candidate.idNumber,
            profile: profile,
            papers: papers
        )
        return (answers, refused)
    }
}
