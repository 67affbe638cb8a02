import { moveView } from "../../picture/scene/mapFrame.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { type PictureChoices, zoomedBy } from "./pictureChoices.ts";

/** How far one press moves the frame, in pixels of the screen's map, and how far it zooms. */
const STEP_PX = 80;
const ZOOM_STEP = 0.25;

const STEPS = { left: [-STEP_PX, 0], up: [0, -STEP_PX], down: [0, STEP_PX], right: [STEP_PX, 0] } as const;

/** Moves and zooms the picture's frame, and leaves the screen's view as it is. */
export function FrameControls({
  choices,
  onChange,
}: {
  choices: PictureChoices;
  onChange: (some: Partial<PictureChoices>) => void;
}) {
  const { store, figureStore } = useAppContext();
  const translate = useTranslate();
  if (choices.projection === "azimuthal-equidistant") return null;
  const { view } = choices;
  const zoomBy = (levels: number) => onChange({ view: zoomedBy(view, levels) });
  return (
    <div className="frame-controls" role="toolbar" aria-label={translate("frame")}>
      <span className="choice-label">{translate("frame")}</span>
      {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((side) => (
        <IconButton
          key={side}
          icon={side}
          label={translate(`frame.${side}`)}
          onPress={() => onChange({ view: moveView(view, STEPS[side]) })}
        />
      ))}
      <IconButton icon="plus" label={translate("map.zoomIn")} onPress={() => zoomBy(ZOOM_STEP)} />
      <IconButton icon="minus" label={translate("map.zoomOut")} onPress={() => zoomBy(-ZOOM_STEP)} />
      <IconButton
        icon="target"
        label={translate("frame.reset")}
        isDisabled={figureStore.getState().figure.bounds === undefined}
        onPress={() => onChange({ view: store.getState().view })}
      />
    </div>
  );
}
