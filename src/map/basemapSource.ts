import { EtagMismatch, type RangeResponse, type Source } from "pmtiles";

/**
 * Reads a file by HTTP Range requests if the server supports them. Otherwise it loads the whole file into memory once: some static hosts and
 * all offline caches answer a Range request with the whole file.
 */
export class RangeOrWholeSource implements Source {
  readonly #url: string;
  readonly #fetch: typeof fetch;
  #whole: ArrayBuffer | undefined;
  #loading: Promise<ArrayBuffer> | undefined;

  constructor(url: string, fetcher: typeof fetch = (input, init) => fetch(input, init)) {
    this.#url = url;
    this.#fetch = fetcher;
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    if (this.#whole) return { data: this.#whole.slice(offset, offset + length) };
    const response = await this.#fetch(this.#url, {
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
      ...(signal && { signal }),
    });
    if (response.status === 206 && startsAt(response, offset)) {
      const found = strongEtag(response);
      // The file on the server has been replaced since its directory was read.
      if (etag && found && etag !== found) throw new EtagMismatch(`${this.#url} has changed on the server`);
      return { data: await response.arrayBuffer(), ...(found && { etag: found }) };
    }
    if (response.status === 200) {
      this.#whole = await response.arrayBuffer();
    } else {
      // The server refused the range (416) or sent a different one.
      await response.body?.cancel();
      if (response.status !== 416 && response.status !== 206)
        throw new Error(`The basemap did not load: ${this.#url} answered ${response.status}`);
      this.#whole = await this.#loadWhole();
    }
    return { data: this.#whole.slice(offset, offset + length) };
  }

  #loadWhole(): Promise<ArrayBuffer> {
    this.#loading ??= this.#fetch(this.#url).then((response) => {
      if (response.ok) return response.arrayBuffer();
      this.#loading = undefined;
      throw new Error(`The basemap did not load: ${this.#url} answered ${response.status}`);
    });
    return this.#loading;
  }
}

const strongEtag = (response: Response): string | undefined => {
  const etag = response.headers.get("etag");
  return etag && !etag.startsWith("W/") ? etag : undefined;
};

const startsAt = (response: Response, offset: number): boolean => {
  const range = response.headers.get("content-range");
  return range === null || range.startsWith(`bytes ${offset}-`);
};
