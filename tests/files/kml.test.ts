import { describe, expect, it } from "vitest";
import { toKml } from "../../src/files/kml.ts";
import { escapeAttribute, escapeXml, unescapeXml } from "../../src/picture/painters/xml.ts";
import { catalog, parsedFigure, pointJson } from "../samples.ts";

const kmlOf = (parts: Record<string, unknown>) => {
  const { figure, translate } = parsedFigure(parts);
  return toKml(figure, catalog, translate);
};

describe("KML", () => {
  it("escapes the user's texts", () => {
    const kml = kmlOf({
      title: 'A <b>& "B"',
      caption: "<script>x</script>",
      launchPoints: [pointJson("a", [0, 0], ["atacms"], "</name><x>")],
    });
    expect(kml).toContain('<name>A &lt;b&gt;&amp; "B"</name>');
    expect(kml).toContain("&lt;/name&gt;&lt;x&gt;");
    // HTML in a description is escaped twice: as HTML and as XML.
    expect(kml).toContain("&amp;lt;script&amp;gt;");
    expect(kml).not.toContain("<x>");
  });

  it("writes colours as alpha, blue, green, red", () => {
    const kml = kmlOf({
      launchPoints: [pointJson("a", [0, 0], ["mine"])],
      customSystems: [{ id: "mine", name: "Mine", rangeKm: { min: 10, max: 10 }, color: "#123456" }],
    });
    expect(kml).toContain("<LineStyle><color>ff563412</color>");
  });

  it("does not stroke cuts at the antimeridian, because outlines are separate lines", () => {
    const kml = kmlOf({ launchPoints: [pointJson("a", [179.9, 10], ["atacms"])], display: { bands: false } });
    expect(kml).toContain("<outline>0</outline>");
    const lines = [...kml.matchAll(/<LineString>.*?<coordinates>(.*?)<\/coordinates>/g)].map((match) =>
      match[1]!.split(" "),
    );
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      for (let at = 1; at < line.length; at += 1) {
        const onCut = [line[at]!, line[at - 1]!].every((position) => Math.abs(Number(position.split(",")[0])) === 180);
        expect(onCut).toBe(false);
      }
    }
  });
});

describe("text in XML", () => {
  it("round-trips in elements and attributes", () => {
    const text = "a<b>&\"'\t\n\r]]>é Київ 🚀";
    expect(unescapeXml(escapeXml(text))).toBe(text);
    expect(unescapeXml(escapeAttribute(text))).toBe(text);
  });

  it("drops characters that XML does not allow", () => {
    expect(escapeXml("a\u0000\u0008\uFFFF\uD800b\uDC00")).toBe("ab");
  });
});
