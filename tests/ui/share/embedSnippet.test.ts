import { expect, it } from "vitest";
import { embedSnippet } from "../../../src/ui/share/embedSnippet.ts";

const srcOf = (address: string) =>
  /src="([^"]*)"/.exec(embedSnippet({ address, hash: "#s1.abc", title: "", height: 480 }))?.[1];

it.each([
  ["https://example.org/", "https://example.org/embed.html#s1.abc"],
  ["https://example.org/tools/rings/", "https://example.org/tools/rings/embed.html#s1.abc"],
  ["https://example.org/tools/index.html", "https://example.org/tools/embed.html#s1.abc"],
])("shows the embed beside the app at %s", (address, src) => expect(srcOf(address)).toBe(src));

it("escapes the title in its attribute", () => {
  const title = '"><script>alert(1)</script>';
  const snippet = embedSnippet({ address: "https://example.org/", hash: "", title, height: 480 });
  expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
});
