import RuleBook

/// The symbols that the guards look for.
struct GuardNames: Sendable {
    let past, ago, wish, reported, condition, except, duty, customerAct, others, we, you, staff, not, no, never, nobody, hedge, firm,
        passive, chatbot: Symbol
    let thatOne: Symbol
    let statistic, yearWord, customerDuty, customer, imperative, inverted, nominative, relative, gets, customerSubject, expects: Symbol
    /// Words of things to come, and phrases of what a customer has done.
    let future, customerPast: Symbol
    /// Words that join two clauses.
    let joint: Symbol
    /// Phrases of refusal, whose "no" denies what stands beside them as well.
    let refusals: Set<Symbol>
    /// Audiences that are no customers.
    let strangers: [Symbol]
    /// Whom the reader serves, not we: "treat your customers to an answer within the hour".
    let readerCustomers: Symbol
    private let conceptRange: Range<Symbol>

    init(_ names: ConceptSymbols, conceptCount: Int) {
        (past, ago, wish, reported, condition) = (names["past"], names["ago"], names["wish"], names["reported"], names["if"])
        (except, duty, customerAct, others) = (names["except"], names["duty"], names["customer-act"], names["others"])
        (we, you, staff, not, no) = (names["we"], names["you"], names["staff"], names["not"], names["no"])
        (never, hedge, firm) = (names["never"], names["hedge"], names["firm"])
        (nobody, passive, chatbot) = (names["nobody"], names["passive"], names["chatbot"])
        (statistic, yearWord, customerDuty) = (names["statistic"], names["year-word"], names["customer-duty"])
        (customer, imperative, inverted) = (names["customer"], names["imperative"], names["if-inverted"])
        (customerSubject, expects) = (names["customer-subject"], names["expects"])
        (future, customerPast, joint) = (names["future"], names["customer-past"], names["clause-joint"])
        (nominative, relative, gets) = (names["nominative"], names["relative"], names["gets"])
        refusals = Set(
            ["no-rights", "excluded", "not-handled", "no-phone", "no-deviation", "closed", "no-change", "cannot-be-done", "unable"].map {
                names[$0]
            })
        strangers = ["audience-applicant", "audience-press", "audience-supplier"].map { names[$0] }
        readerCustomers = names["reader-customers"]
        thatOne = names["that-one"]
        let first = Symbol(Slot.allCases.count)
        conceptRange = first..<(first + Symbol(conceptCount))
    }

    func isConcept(_ symbol: Symbol) -> Bool { conceptRange.contains(symbol) }
}
