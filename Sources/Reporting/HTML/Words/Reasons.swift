extension Words {
    /// Why files were not read or judged, by their code; what has no words here is told as the reader of the file told it.
    func reason(_ code: String) -> String? { Self.reasons[code].map { language == .nl ? $0.nl : $0.en } }

    private static let reasons: [String: (nl: String, en: String)] = [
        "binary": ("beeld, geluid of andere gegevens zonder tekst", "pictures, sound or other data without text"),
        "compressed": ("gecomprimeerd op een manier die hier niet gelezen wordt", "compressed in a way that is not read here"),
        "crawler": ("een bestand van het programma dat de pagina’s ophaalde", "a file of the program that fetched the pages"),
        "damaged": ("beschadigd of afgebroken; haal het opnieuw op", "damaged or cut off; fetch it again"),
        "duplicate": ("hetzelfde als een bestand dat wel gelezen is", "the same as a file that was read"),
        "empty": ("leeg", "empty"),
        "hidden": ("verborgen", "hidden"),
        "language": ("in een taal waarvoor er nog geen regels zijn", "in a language that has no rules yet"),
        "news": ("nieuws vertelt wat er gebeurde en belooft niets", "news tells what happened and promises nothing"),
        "no-page-records": ("een archief zonder pagina’s", "an archive without pages"),
        "no-text": (
            "zonder leesbare tekst, zoals een scan; maak er eerst tekst van",
            "without readable text, such as a scan; turn it into text first"
        ),
        "not-a-page": ("geen pagina", "not a page"),
        "original": ("de bewaarde eerste versie van een pagina die wel gelezen is", "the kept first version of a page that was read"),
        "redirect": ("verwijst alleen door naar een ander adres", "only leads to another address"),
        "review": (
            "beoordelingen zijn woorden van klanten, niet van de organisatie", "reviews are customers’ words, not the organisation’s"
        ),
        "revisit": ("onveranderd sinds een eerdere crawl", "unchanged since an earlier crawl"),
        "status": ("de server gaf een foutmelding in plaats van de pagina", "the server answered with an error instead of the page"),
        "symlink": ("een koppeling naar een andere plek, die niet gevolgd is", "a link to another place, which was not followed"),
        "too-large": ("te groot om als één pagina te lezen", "too large to be read as one page"),
        "truncated": ("afgebroken; haal het opnieuw op", "cut off; fetch it again"),
        "unreadable": ("niet te openen", "could not be opened"),
    ]
}
