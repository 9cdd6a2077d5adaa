import Claims
import Testing

@Suite struct LinkListTests {
    private let links = [
        Link(href: "", text: "", line: 0, column: 0, template: false),
        Link(href: "/é?a=1&b=2", text: "Bel ons 👋", line: 1, column: 127, template: true),
        Link(href: String(repeating: "x", count: 70_000), text: "lang", line: 400_000, column: 2_000_000, template: false),
    ]

    @Test func whatGoesInComesOut() {
        #expect(Array(LinkList(links)) == links)
        #expect(LinkList(links).count == 3)
        #expect(Array(LinkList([])) == [])
        #expect(LinkList(links) == LinkList(links) && LinkList(links) != LinkList(links.dropLast()))
    }

    @Test func anchors() {
        let names = ["", "top", "café", "a b"]
        let anchors = AnchorList(names)
        #expect(Array(anchors) == names)
        #expect(names.allSatisfy(anchors.contains) && !anchors.contains("to") && !anchors.contains("tops"))
        #expect(AnchorList([]).isEmpty && !AnchorList([]).contains(""))
    }

    @Test func packedLinksComeBackWhole() {
        let links = [Link(href: "/a?b=c", text: "Zo zit het…", line: 300, column: 7, template: true)]
        #expect(LinkList(packed: LinkList(links).packedBytes) == LinkList(links))
        #expect(LinkList(packed: LinkList(links).packedBytes)?.count == 1)
        #expect(AnchorList(packed: AnchorList(["op", ""]).packedBytes) == AnchorList(["op", ""]))
        #expect(LinkList(packed: []) == LinkList([]))
    }

    @Test(arguments: 1..<24) func whatIsCutShortIsNoList(length: Int) {
        let whole = LinkList([Link(href: "/abc", text: "defgh", line: 300, column: 7, template: true)]).packedBytes
        if length < whole.count { #expect(LinkList(packed: Array(whole.prefix(length))) == nil) }
    }

    @Test func aLengthBeyondTheEndIsNoList() {
        #expect(AnchorList(packed: [200]) == nil)
        #expect(AnchorList(packed: [5, 65]) == nil)
        #expect(AnchorList(packed: [UInt8](repeating: 0xff, count: 12)) == nil)
    }
}
