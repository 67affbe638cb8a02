import { useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";

/** How far one press moves the frame, in pixels of the layout, and how far it zooms. */
const STEP_PX = 40;
const ZOOM_STEP = 0.25;

const STEPS = { left: [-STEP_PX, 0], up: [0, -STEP_PX], down: [0, STEP_PX], right: [STEP_PX, 0] } as const;

interface FrameControlsProps {
  /** The user moved the frame, so that it may not show everything. */
  isFramed: boolean;
  onMove: (right: number, down: number) => void;
  onZoom: (levels: number) => void;
  /** Shows everything that is drawn again. */
  onFit: () => void;
}

/** Moves and zooms the picture's frame, and leaves the screen's view as it is. */
export function FrameControls({ isFramed, onMove, onZoom, onFit }: FrameControlsProps) {
  const translate = useTranslate();
  return (
    <div className="frame-controls" role="toolbar" aria-label={translate("frame")}>
      <span className="choice-label">{translate("frame")}</span>
      {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((side) => (
        <IconButton
          key={side}
          icon={side}
          label={translate(`frame.${side}`)}
          onPress={() => onMove(STEPS[side][0], STEPS[side][1])}
        />
      ))}
      <IconButton icon="plus" label={translate("map.zoomIn")} onPress={() => onZoom(ZOOM_STEP)} />
      <IconButton icon="minus" label={translate("map.zoomOut")} onPress={() => onZoom(-ZOOM_STEP)} />
      <IconButton icon="target" label={translate("frame.reset")} isDisabled={!isFramed} onPress={onFit} />
    </div>
  );
}
