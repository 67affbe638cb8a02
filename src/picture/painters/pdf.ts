// oxlint-disable-next-line import/no-named-as-default -- its types know the default export alone
import PDFDocument from "pdfkit";
import { FONT_FACES, faceOf, type FontFaceId } from "../fonts/fontFaces.ts";
import { type FontBook, loadFontBook } from "../fonts/fontBook.ts";
import type { Group, Scene } from "../scene/scene.ts";
import type { PathShape, Shape, TextShape } from "../scene/shapes.ts";

export interface PdfOptions {
  font: (face: FontFaceId) => Promise<Uint8Array>;
  /** Pixels of the layout per inch of the page; 96 by default. */
  dpi?: number;
  /** Converts text to outlines, which need no font but cannot be searched. */
  outlined?: boolean;
  /** The text of a scenario file, attached so that the app can open the picture again. */
  scenarioText?: string;
  /** The creation date; now by default. */
  date?: Date;
}

type Pdf = InstanceType<typeof PDFDocument>;

/** Internals of pdfkit that its types do not declare. Layers need them because pdfkit has no API for layers. */
interface Inner {
  ref: (data: Record<string, unknown>) => { end: () => void };
  page: { resources: { data: Record<string, unknown> } };
  addContent: (operators: string) => void;
  ["_root"]: { data: Record<string, unknown> };
}

const SCENARIO_FILE = "range-rings-scenario.json";

/** A PDF text string with characters outside Latin-1: big-endian UTF-16 with a byte order mark, in hexadecimal. */
const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0")).reduce(
    (all, unit) => all + unit,
    "feff",
  );

/** pdfkit accepts a whole dash pattern, although its types allow only one dash and one gap. */
const setDash = (pdf: Pdf, dash: number[]) => pdf.dash(dash as unknown as number, {} as { space: number });

class PdfPainter {
  readonly #pdf: Pdf;
  readonly #fonts: FontBook;
  readonly #outlined: boolean;

  constructor(pdf: Pdf, fonts: FontBook, outlined: boolean) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.#outlined = outlined;
  }

  paint(items: Group["items"]): void {
    for (const item of items) {
      if (!("items" in item)) this.#shape(item);
      else if (item.clip) {
        this.#pdf.save();
        this.#pdf.circle(item.clip.x, item.clip.y, item.clip.radius).clip();
        this.paint(item.items);
        this.#pdf.restore();
      } else this.paint(item.items);
    }
  }

  #shape(shape: Shape): void {
    const pdf = this.#pdf;
    if (shape.type === "text") return this.#text(shape);
    if (shape.type === "path") return this.#path(shape);
    if (shape.type === "line") {
      const [first, ...rest] = shape.points;
      if (shape.width === 0 || !first) return;
      pdf
        .undash()
        .lineWidth(shape.width)
        .strokeOpacity(1)
        .lineJoin("miter")
        .lineCap("butt")
        .moveTo(...first);
      for (const point of rest) pdf.lineTo(...point);
      if (shape.dash) setDash(pdf, shape.dash);
      pdf.stroke(shape.stroke);
      return;
    }
    if (shape.type === "circle") pdf.circle(shape.x, shape.y, shape.radius);
    else if (shape.radius) pdf.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
    else pdf.rect(shape.x, shape.y, shape.width, shape.height);
    pdf
      .undash()
      .fillOpacity(1)
      .strokeOpacity(1)
      .lineWidth(shape.strokeWidth ?? 1);
    if (shape.fill && shape.stroke) pdf.fillAndStroke(shape.fill, shape.stroke);
    else if (shape.fill) pdf.fill(shape.fill);
    else if (shape.stroke) pdf.stroke(shape.stroke);
  }

  #path({ data, fill, fillOpacity = 1, stroke, strokeOpacity = 1, width = 1, dash, roundCap }: PathShape): void {
    const pdf = this.#pdf;
    pdf
      .path(data)
      .lineJoin("round")
      .lineCap(roundCap ? "round" : "butt")
      .lineWidth(width)
      .fillOpacity(fillOpacity)
      .strokeOpacity(strokeOpacity);
    if (dash) setDash(pdf, dash);
    else pdf.undash();
    if (fill && stroke) pdf.fillAndStroke(fill, stroke, "even-odd");
    else if (fill) pdf.fill(fill, "even-odd");
    else if (stroke) pdf.stroke(stroke);
  }

  #text(shape: TextShape): void {
    const pdf = this.#pdf;
    const { text, size, align = "start", letterSpacing = 0 } = shape;
    // The halo is drawn as outlines, because a search of the file would find each halo drawn as text a second time.
    if (shape.halo) {
      pdf
        .path(this.#fonts.outline(shape))
        .undash()
        .lineJoin("round")
        .lineWidth(shape.halo.width * 2)
        .fillOpacity(1)
        .strokeOpacity(1);
      pdf.fillAndStroke(shape.halo.color, shape.halo.color);
    }
    pdf.fillOpacity(1);
    if (this.#outlined) {
      pdf.path(this.#fonts.outline(shape)).fill(shape.fill);
      return;
    }
    pdf.font(faceOf(shape.weight, shape.italic)).fontSize(size).fillColor(shape.fill);
    const width = pdf.widthOfString(text) + letterSpacing * Math.max(0, [...text].length - 1);
    const x = shape.x - (align === "middle" ? width / 2 : align === "end" ? width : 0);
    // Screen readers and searches would take letter-spaced text for one-letter words, so the whole word is given as ActualText.
    const inner = pdf as unknown as Inner;
    if (letterSpacing > 0) inner.addContent(`/Span <</ActualText <${utf16(text)}>>> BDC`);
    pdf.text(text, x, shape.y, { lineBreak: false, baseline: "alphabetic", characterSpacing: letterSpacing });
    if (letterSpacing > 0) inner.addContent("EMC");
  }
}

/** Draws each group as a PDF layer that can be turned off in a viewer and selected in a drawing program. */
function paintLayers(pdf: Pdf, groups: [id: string, paint: () => void][]): void {
  const inner = pdf as unknown as Inner;
  const properties: Record<string, unknown> = {};
  const layers = groups.map(([id]) => inner.ref({ Type: "OCG", Name: new String(id) }));
  layers.forEach((layer, index) => (properties[`Layer${index}`] = layer));
  inner.page.resources.data["Properties"] = properties;
  inner["_root"].data["OCProperties"] = { OCGs: layers, D: { Order: layers, ON: layers } };
  groups.forEach(([, paint], index) => {
    inner.addContent(`/OC /Layer${index} BDC`);
    paint();
    inner.addContent("EMC");
  });
  for (const layer of layers) layer.end();
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on("data", (part: Uint8Array) => parts.push(part));
    pdf.on("error", reject);
    pdf.on("end", () => {
      const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
      parts.reduce((at, part) => {
        bytes.set(part, at);
        return at + part.length;
      }, 0);
      resolve(bytes);
    });
  });
}

/** Writes a scene as PDF 1.7 with vectors in named layers, embedded fonts, and the alternative text on a tagged figure. */
export async function writePdf(
  scene: Scene,
  { font, dpi = 96, outlined = false, scenarioText, date = new Date() }: PdfOptions,
): Promise<Uint8Array> {
  const { layout, title, description, language } = scene;
  const fonts = await loadFontBook(font);
  const [width, height] = [(scene.width / dpi) * 72, (scene.height / dpi) * 72];
  const files = await Promise.all(FONT_FACES.map(async ({ id }) => [id, await font(id)] as const));
  const pdf = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: true,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: "1.7",
    // Without a font pdfkit tries to load its default one from disk.
    font: files[0]?.[1] as unknown as string,
    info: { Title: title, Subject: description, Creator: "Range Rings", CreationDate: date },
  });
  const done = collect(pdf);
  for (const [id, file] of files) pdf.registerFont(id, file as Buffer);
  if (scenarioText !== undefined) {
    pdf.file(new TextEncoder().encode(scenarioText) as Buffer, {
      name: SCENARIO_FILE,
      type: "application/json",
      description: title,
      creationDate: date,
      modifiedDate: date,
    });
  }
  const painter = new PdfPainter(pdf, fonts, outlined);
  const [left, top, right, bottom] = scene.frame;
  const inFrame = (groups: Group["items"]) => () => {
    pdf.save();
    pdf
      .translate(left, top)
      .rect(0, 0, right - left, bottom - top)
      .clip();
    painter.paint(groups);
    pdf.restore();
  };
  const draw = () => {
    pdf.save();
    pdf.scale(width / layout.width, height / layout.height);
    paintLayers(pdf, [
      ["basemap", inFrame([...scene.ground, scene.basemap])],
      ["rings", inFrame([scene.rings])],
      ["labels", inFrame([scene.labels])],
      ["elements", () => painter.paint([scene.mapElements])],
    ]);
    pdf.restore();
  };
  pdf.addStructure(
    pdf.struct("Document", { title, lang: language }, [pdf.struct("Figure", { alt: description }, [draw])]),
  );
  pdf.end();
  return done;
}
