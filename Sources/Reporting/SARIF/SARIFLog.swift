/// The part of SARIF 2.1.0 that an audit fills. Names are the standard's.
struct SARIFLog: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [SARIFRun]

    enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }
}

struct SARIFRun: Encodable {
    let tool: SARIFTool
    let invocations: [SARIFInvocation]
    let columnKind = "unicodeCodePoints"
    let results: [SARIFResult]
}

struct SARIFTool: Encodable {
    let driver: SARIFDriver
}

struct SARIFDriver: Encodable {
    let name: String
    let version: String
    let semanticVersion: String
    let rules: [SARIFRule]
}

struct SARIFRule: Encodable {
    struct Configuration: Encodable { let level: String }

    let id: String
    let shortDescription: SARIFText
    let fullDescription: SARIFText
    let help: SARIFText
    let helpUri: String?
    let defaultConfiguration: Configuration
}

struct SARIFText: Encodable {
    let text: String
}

/// That the run ended well, and what it did not read or judge.
struct SARIFInvocation: Encodable {
    let executionSuccessful = true
    let toolExecutionNotifications: [SARIFNotification]
}

struct SARIFNotification: Encodable {
    struct Descriptor: Encodable { let id: String }

    let descriptor: Descriptor
    let level = "note"
    let message: SARIFText
    let locations: [SARIFLocation]
}

struct SARIFResult: Encodable {
    struct Properties: Encodable {
        let certainty: String
        let organisation: String
        let theme: String
        let touchpoint: String?
        let type: String
    }

    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: SARIFText
    let locations: [SARIFLocation]
    let relatedLocations: [SARIFLocation]?
    let partialFingerprints: [String: String]
    /// `new` or `unchanged`. What is gone is left out: code scanning would take it for a finding.
    let baselineState: String?
    let suppressions: [SARIFSuppression]?
    let properties: Properties
}

struct SARIFSuppression: Encodable {
    /// `inSource` or `external`.
    let kind: String
    let status = "accepted"
    let justification: String
}

struct SARIFLocation: Encodable {
    struct Artifact: Encodable { let uri: String }
    struct Physical: Encodable {
        let artifactLocation: Artifact
        let region: SARIFRegion?
    }
    struct Logical: Encodable { let name: String }

    let id: Int?
    let physicalLocation: Physical?
    let logicalLocations: [Logical]?
    let message: SARIFText?
}

/// Lines and columns are 1-based; the end column is the one after the last character.
struct SARIFRegion: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
    let snippet: SARIFText
}
