/// The style sheet and the script of the report, embedded when the package is built, and their hashes for the content
/// security policy. A test computes the hashes anew: change them with the files.
enum Assets {
    static let style = PackageResources.report_css
    static let script = PackageResources.report_js
    static let styleHash = "o0duOajZ9d+3DBlDAkE6Eb6bC7CJH5dK5mKJSKeQXas="
    static let scriptHash = "/H094X/rGPlAstAu06kyJIJy0s8a24SnOvWfzxrEk0Y="
}
