/** What workerd has beyond the web's own interfaces, as far as the Worker uses it. */
declare class HTMLRewriter {
  on(
    selector: string,
    handlers: { element(element: { setAttribute(name: string, value: string): void }): void },
  ): this;
  transform(response: Response): Response;
}

interface DigestStream extends WritableStream<Uint8Array> {
  readonly digest: Promise<ArrayBuffer>;
}

interface Crypto {
  readonly DigestStream: new (algorithm: string) => DigestStream;
}
