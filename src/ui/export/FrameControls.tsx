import { latitudeAt, mercatorY, WORLD_AT_ZOOM_0 } from "../../export/mapFrame.ts";
import type { View } from "../../scenario/scenario.ts";
import { useAppContext, useTranslate } from "../AppContext.tsx";
import { IconButton } from "../IconButton.tsx";
import type { PictureChoices } from "./pictureChoices.ts";

/** How far a press moves the frame, as a share of the screen's map, and how much it zooms. */
const STEP_PX = 80;
const ZOOM_STEP = 0.25;

const STEPS = { left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0] } as const;

/** The view moved by pixels of the screen's map. */
function moved({ center: [lng, lat], zoom }: View, [right, down]: readonly [number, number]): View {
  const step = STEP_PX / (WORLD_AT_ZOOM_0 * 2 ** zoom);
  const latitude = latitudeAt(mercatorY(lat) + down * step);
  const longitude = ((((lng + right * step * 360 + 180) % 360) + 360) % 360) - 180;
  return { center: [longitude, Math.max(-85, Math.min(85, latitude))], zoom };
}

/** Moves and zooms the picture's frame, and leaves the screen's view as it is. */
export function FrameControls({ choices, onChange }: { choices: PictureChoices; onChange: (some: Partial<PictureChoices>) => void }) {
  const { store, figureStore } = useAppContext();
  const translate = useTranslate();
  if (choices.projection === "azimuthal-equidistant") return null;
  const { view } = choices;
  const zoomTo = (zoom: number) => onChange({ view: { ...view, zoom: Math.max(0, Math.min(9, zoom)) } });
  return (
    <div className="frame-controls" role="toolbar" aria-label={translate("frame")}>
      <span className="choice-label">{translate("frame")}</span>
      {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((side) => (
        <IconButton key={side} icon={side} label={translate(`frame.${side}`)} onPress={() => onChange({ view: moved(view, STEPS[side]) })} />
      ))}
      <IconButton icon="plus" label={translate("map.zoomIn")} onPress={() => zoomTo(view.zoom + ZOOM_STEP)} />
      <IconButton icon="minus" label={translate("map.zoomOut")} onPress={() => zoomTo(view.zoom - ZOOM_STEP)} />
      <IconButton icon="target" label={translate("frame.reset")} isDisabled={figureStore.getState().figure.bounds === undefined} onPress={() => onChange({ view: store.getState().view })} />
    </div>
  );
}
