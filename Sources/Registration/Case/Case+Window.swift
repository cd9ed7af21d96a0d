extension Case {
    /// Notes that the last day went by; the clock can only say so of the day that is known.
    mutating func closeWindow(_ event: CaseEvent, after day: Int) throws(CaseRefusal) {
        guard !isClosed else { throw refusal(.windowClosed, event) }
        let isKnown = event.actor != .clock || lastDay == nil || lastDay == day
        guard isKnown, event.day > day else { throw refusal(.windowOpen, event) }
        isClosed = true
        lastDay = day
    }

    /// Lets candidates submit longer, or again.
    mutating func openWindow(_ event: CaseEvent, through day: Int) throws(CaseRefusal) {
        guard day >= event.day, isClosed || lastDay.map({ day > $0 }) ?? false else {
            throw refusal(.windowOpen, event)
        }
        isClosed = false
        lastDay = day
    }
}
