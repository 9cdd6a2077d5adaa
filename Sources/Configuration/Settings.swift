public import Claims
public import RuleBook

/// A value of the configuration, and where it is written.
public struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    public var place: RulePlace

    public init(_ value: Value, at place: RulePlace) {
        self.value = value
        self.place = place
    }
}

/// What `.belofte.yml` says. What it does not say is nil or empty, and has its default elsewhere.
public struct Settings: Sendable, Hashable {
    /// Files that it was read from: the nearest one, then what it extends.
    public var files: [String] = []
    public var languages: Stated<[String]>?
    public var baseURL: Stated<String>?
    public var organisation: Stated<String>?
    public var pages: Stated<[PageSetting]>?
    public var calendar: Stated<CalendarSetting>?
    public var aliases: Stated<[Alias]>?
    /// In the order of the file; those of an extended file behind.
    public var rules: [RuleSetting] = []
    public var packs: Stated<[RulePack]>?
    public var failOn: Stated<FailLevel>?
    public var exceptions: Stated<[ExceptionSetting]>?
    public var cache: Stated<CacheSetting>?
    /// Address of the folder with a page for each rule, as `belofte rules docs` writes it.
    public var catalogue: Stated<String>?

    public init() {}

    /// What is to be made of the rules.
    public var choices: RuleChoices {
        RuleChoices(packs: packs?.value ?? [], levels: Dictionary(rules.map { ($0.id, $0.level) }) { first, _ in first })
    }
}

/// What pages of an address are for, and how much their word counts.
public struct PageSetting: Sendable, Hashable {
    public var match: Glob
    /// In place of what the page seems to be.
    public var role: PageRole?
    /// 0 to 100; of two pages that clash the one with less should change.
    public var authority: Int?
    public var place: RulePlace
}

/// When the organisation works, as written and as it is meant.
public struct CalendarSetting: Sendable, Hashable {
    /// `mo-fr`, `mo-fr, sa`.
    public var workingDays: Stated<String>?
    /// `09:00-17:30`.
    public var hours: Stated<String>?
    /// Country whose public holidays count: `nl`, `be`, `fr`, `de`, `uk`, or `none`.
    public var holidays: Stated<String>?
    /// What these come to; what is not said is as usual.
    public var calendar: WorkCalendar
}

/// Other names for a product or an audience.
public struct Alias: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        case product, audience, region
    }

    public var kind: Kind
    public var name: String
    public var others: [String]
    public var place: RulePlace
}

/// How much a rule's findings weigh, in place of what the rule says.
public struct RuleSetting: Sendable, Hashable {
    public var id: String
    public var level: RuleLevel
    public var place: RulePlace
}

/// The least severity that makes the exit status 1.
public enum FailLevel: String, CaseIterable, Sendable, Hashable {
    case error, warning, note, never

    public var severity: Severity? { Severity(rawValue: rawValue) }
}

/// A finding, or a pair of claims, that somebody decided to live with.
public struct ExceptionSetting: Sendable, Hashable {
    /// What it is about.
    public enum Subject: Sendable, Hashable {
        /// By its fingerprint.
        case finding(String)
        /// Two claims, by their identifiers.
        case pair(String, String)
    }

    public var subject: Subject
    public var reason: String
    public var owner: String?
    /// The last day that it holds, `YYYY-MM-DD`.
    public var until: String?
    public var place: RulePlace
}

/// Where claims are kept from one run to the next.
public enum CacheSetting: Sendable, Hashable {
    case off
    case folder(String)
}
