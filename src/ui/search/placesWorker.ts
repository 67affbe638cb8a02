import { type PackedPlaces, packPlaces } from "../../input/places/placesTable.ts";

/** The worker's reply to the bytes of places.json. */
export type PlacesReply = { packed: PackedPlaces } | { error: string };

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
  const reply = (message: PlacesReply, transfer: Transferable[] = []) => scope.postMessage(message, transfer);
  try {
    const packed = packPlaces(JSON.parse(new TextDecoder().decode(data)));
    reply({ packed }, [packed.population.buffer, packed.lngLats.buffer, packed.owners.buffer]);
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
});
