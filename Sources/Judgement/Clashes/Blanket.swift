import Claims
import RuleBook

extension Claim {
    /// Said on a page that sells, firmly, and limited by nothing: we are there day and night, you get an answer the same day.
    var isBlanket: Bool {
        isUnlimited && commitment == .firm && scope?.condition == nil && scope?.stage != "acknowledge"
            && (measure?.week?.isAlways ?? (measure?.metric == .responseTime || measure?.metric == .waitTime))
    }

    /// Said on a page that sells, of no channel, product or region.
    var isUnlimited: Bool { isForEverything && channel == "any" && isEverydayContact }

    /// Said on a page that sells, of no product or region.
    var isForEverything: Bool { source.pageRole == .marketing && scope?.product == nil && scope?.region == nil }

    /// About asking something, not about complaints, orders or disturbances.
    var isEverydayContact: Bool { touchpoint == nil || touchpoint == "ask" }

    /// That somebody can be reached, and not that a door or a machine is open.
    var isOfContact: Bool {
        let lines: Set<String> = ["thing-support", "thing-call"]
        return ["phone", "chat", "whatsapp"].contains(channel)
            || channel == "any" && (ruleName == "open-late" || topics?.contains(where: lines.contains) == true)
    }

    /// A charge, or a rise of prices.
    var isDue: Bool { ["extra-charge", "prices-may-change"].contains(ruleName) }

    /// Open on all days of the week, at hours that are not said.
    var isOpenEveryDay: Bool { ruleName == "open-every-day" }

    /// By the rule that takes whatever others left, of which only a delivery says for sure what is measured.
    var isFallback: Bool { ruleName == "within-bound" && measure?.metric != .deliveryTime }

    /// In a file that people send and print, and no page of the site.
    var isInDocument: Bool { [".docx", ".odt", ".pdf"].contains { source.file.lowercased().hasSuffix($0) } }

    /// From JSON-LD or microdata, where the quote is the property with its value.
    var isStructured: Bool { Self.properties.contains { quote.hasPrefix($0) } }

    private static let properties = ["openingHours", "hoursAvailable", "\"dayOfWeek", "\"validFrom"]
}
