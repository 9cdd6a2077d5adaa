import Claims

/// Everything that a report says of its own.
enum Word: String, CaseIterable, Sendable {
    // Numbers and dates.
    case numbers, months
    // The page.
    case title, titleMany, skip, sections, lightDark, print, navConflicts, navHollow, navMatrix, navMap, navFindings, navAbout
    case navCard, navOverview, eyebrow, pages, findings, ending
    // The verdict.
    case verdictKeptNone, verdictKeptOne, verdictKept, verdictKeptAll, verdictClashNone, verdictClashOne, verdictClash
    case verdictSingle, singleKept, singleNoNorm, singleNothing, singleClash, verdictNoPromise, verdictNothing, noPromiseMeaning,
        nothingRead, noConflictMeaning
    case settle, settleOne, deltaSame, deltaSince, deltaKeptMore, deltaKeptFewer, deltaClashMore, deltaClashFewer, deltaNew, deltaGone
    case deltaFindingsMore, deltaFindingsFewer, deltaNoneNew
    case trendSince, trendText, trendKept, trendClash
    case tileClash, tileEmpty, tilePart, tileKept, andMorePages, andMore, none, and
    // Fix first.
    case fixTitle, fixLede, sentences, fixGap
    // Contradictions.
    case worstTitle, worstOne, worstMany, worstLede, allConflicts, youPromise, yourRule, butElsewhere, butPolicy, butTerms, butOnly, before,
        now
    case contradictedOn, narrowedOn, why, how, findingLabel, alsoOn, changeThis, isNew, atLine, whyExact, whyRule, whyNarrow
    // Nothing behind.
    case hollowTitle, hollowOne, hollowLede, onPages, onOnePage, moreHollow
    // Matrix.
    case matrixWorst, matrixCalm, matrixLede, matrixCaption, brandPromise, keyKept, keyPart, keyClash, keyNone, nothingSaid, nothingAnywhere
    case inGeneral, moreRows, narrowed, silentTouchpoints, moreThemes
    // Map.
    case mapTitle, mapLede, mapLeft, mapRight, mapLabel, mapList, supportedBy, contradictedBy, restsOnNothing, mapMore
    // Themes.
    case themeMuchNothing, themeMuch, themeNothing, themePlain, themeLede, themeCaption, theme, brandPromises, servicePromises, constraints,
        chart
    // CX².
    case cardTitle, cardLede, twoE, fourE, cellEmpty, cellPromises, cellServices, cellConstraints, cellFindings, cellEvidence, weighsMost
    case enablement, engagement, experience, effortless, efficiency, effectivity
    case askEnablement, askEngagement, askExperience, askEffortless, askEfficiency, askEffectivity
    // Quality of promises.
    case qualityTitle, qualityLede, qualityCaption, qualityPoint, qualityShare, qualityExample, qualityOf, qualityBest
    case action, measure, firmness, channel, scope, remedy, route, proof
    case askAction, askMeasure, askFirmness, askChannel, askScope, askRemedy, askRoute, askProof
    // Findings.
    case listTitle, listLede, keys, search, kind, allKinds, allThemes, severity, allSeverities, quoteLanguage, allLanguages, since, anyTime
    case onlyNew, organisation, allOrganisations, sort, byPriority, byReach, byPage, byRule, bySeverity, clear, csv, printFull, noneFound
    case shownOf, pageOf, previousPage, nextPage, pagesOfList, onlyPromise, onlyTouchpoint, onlyGeneral, copied, notCopied, showAll, notHere
    case separator
    case error, warning, note, rule, suppressIn, copySuppression, copyLink, reason, until, otherPlaces, linkTarget, moreInFile
    case noScript, noFindings, firstPrinted
    // Types of finding.
    case contradiction, narrowing, missingLink, orphanPromise, weakPromise, brokenReference, drift, gap
    // Verdicts.
    case kept, noNorm, nothingBehind, contradicted
    // Touchpoints.
    case orient, order, deliver, use, ask, disturbance, complain, pay, cancel
    // Metrics.
    case answerTime, responseTime, resolutionTime, deliveryTime, waitTime, openingHours, availability, price, transferCount, refundPeriod
    case returnWindow, notice, guaranteePeriod, changeDeadline, metricNone
    // About.
    case aboutTitle, wasRead, notRead, howKept, leftOut, inputs, documents, languages, rules, program, claims, allRead, noneOffered
    case keptRule, keptCount, setAside, reasonCount, noSuppressions, suppressedCount, suppressedUntil, suppressionRule
    case excepted, status, anyStatus, onlyOpen, owner, exceptionUnused, exceptionExpired, exceptionMalformed
    case calendar, weekdays, hoursOfWork, holidaysOf, noHolidays, nlHolidays, beHolidays, frHolidays, deHolidays, ukHolidays
    case filesNotRead, roles
    // Roles.
    case marketing, servicePolicy, internalPolicy, legal, news, review, otherRole
    // Several organisations.
    case manyVerdict, manyLede, manyCaption, manyMore, backToTop

    static func of(_ verdict: PromiseVerdict) -> Word {
        switch verdict {
        case .kept: .kept
        case .noNorm: .noNorm
        case .nothingBehind: .nothingBehind
        case .contradicted: .contradicted
        }
    }

    static func of(_ type: FindingType) -> Word {
        switch type {
        case .contradiction: .contradiction
        case .narrowing: .narrowing
        case .missingLink: .missingLink
        case .orphanPromise: .orphanPromise
        case .weakPromise: .weakPromise
        case .brokenReference: .brokenReference
        case .drift: .drift
        case .gap: .gap
        }
    }

    static func of(_ severity: Severity) -> Word {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    static func of(_ role: PageRole) -> Word {
        switch role {
        case .marketing: .marketing
        case .servicePolicy: .servicePolicy
        case .internalPolicy: .internalPolicy
        case .legal: .legal
        case .news: .news
        case .review: .review
        case .other: .otherRole
        }
    }

    static func of(_ metric: Metric) -> Word {
        switch metric {
        case .answerTime: .answerTime
        case .responseTime: .responseTime
        case .resolutionTime: .resolutionTime
        case .deliveryTime: .deliveryTime
        case .waitTime: .waitTime
        case .openingHours: .openingHours
        case .availability: .availability
        case .price: .price
        case .transferCount: .transferCount
        case .refundPeriod: .refundPeriod
        case .returnWindow: .returnWindow
        case .notice: .notice
        case .guaranteePeriod: .guaranteePeriod
        case .changeDeadline: .changeDeadline
        case .none: .metricNone
        }
    }
}
