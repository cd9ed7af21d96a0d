import Synchronization

/// What is wrong with the bytes of a picture, in Chinese by the English of those who read them.
public struct DamageTexts: Sendable {
    private let book: PhraseBook

    /// What is wrong; in English where there are no words for it.
    public func text(_ english: String, in language: FindingTexts.Language) -> String {
        guard language == .zh else { return english }
        return book.chinese(for: english) ?? english
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "damages"])
        try top.requireFormat(1)
        book = try PhraseBook(top.required("damages"))
    }

    /// The texts, read when the first damaged picture asks for them: few folders have one.
    final class Lazy: Sendable {
        private let read: @Sendable () -> DamageTexts?
        private let known = Mutex<DamageTexts??>(nil)

        init(_ read: @escaping @Sendable () -> DamageTexts?) { self.read = read }

        var texts: DamageTexts? {
            known.withLock { known in
                if let known { return known }
                let texts = read()
                known = .some(texts)
                return texts
            }
        }
    }
}
