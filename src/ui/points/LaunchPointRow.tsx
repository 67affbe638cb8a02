import { type KeyboardEvent, memo } from "react";
import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import type { DrawnLaunchPoint, LngLat } from "../../marks/drawn.ts";
import { destination } from "../../geodesy/distance.ts";
import type { AppStore } from "../../state/store.ts";
import { kmPerPixel } from "../../figure/scaleBar.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { LaunchPointEditor } from "./LaunchPointEditor.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { systemSwatch } from "../../marks/ring.ts";
import { ringInks } from "../../marks/rings.ts";
import { useTheme } from "../shell/useTheme.ts";

const NUDGE_PIXELS = 2;
const BEARINGS: Record<string, number> = { ArrowUp: 0, ArrowRight: 90, ArrowDown: 180, ArrowLeft: 270 };

interface RowProps {
  point: DrawnLaunchPoint;
  selected: boolean;
  expanded: boolean;
  /** Present while several launch points are being selected. */
  onToggle: ((id: string, on: boolean) => void) | undefined;
}

/** The position to which an arrow key moves a launch point: two pixels in the current view, ten times as far with Shift. */
function nudged(lngLat: LngLat, key: string, far: boolean, store: AppStore): [number, number] {
  const stepKm = kmPerPixel(lngLat[1], store.getState().view.zoom) * NUDGE_PIXELS * (far ? 10 : 1);
  const [lng = 0, lat = 0] = destination(lngLat, stepKm, BEARINGS[key] ?? 0).geometry.coordinates;
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

/** One launch point: its name and systems, buttons to hide and delete it, and its editor when expanded. */
export const LaunchPointRow = memo(function LaunchPointRow({ point, selected, expanded, onToggle }: RowProps) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const theme = useTheme();
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    if (altKey && (key === "ArrowUp" || key === "ArrowDown")) {
      const at = store.getState().content.launchPoints.findIndex((item) => item.id === point.id);
      actions.reorder(point.id, at + (key === "ArrowUp" ? -1 : 1));
    } else if (key in BEARINGS && point.geometry.type === "Point") {
      actions.move(point.id, {
        type: "Point",
        coordinates: nudged(point.geometry.coordinates, key, event.shiftKey, store),
      });
    } else if (key === "Delete") actions.remove([point.id]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const swatches = (
    <span className="point-swatches">
      {point.systems.slice(0, 8).map((system) => (
        <Swatch key={system.key} swatch={systemSwatch(system, ringInks(point, system))} />
      ))}
    </span>
  );
  const shape = point.geometry.type === "Point" ? "" : translate(`point.shape.${point.geometry.type}`);
  return (
    <li
      className="point"
      data-selected={selected || undefined}
      data-hidden={point.hidden || undefined}
      data-shape={point.geometry.type}
    >
      <div className="point-row">
        {onToggle ? (
          <Checkbox
            className="checkbox point-head"
            isSelected={selected}
            onChange={(on) => onToggle(point.id, on)}
            aria-label={translate("point.select", { name: point.name })}
          >
            <span className="checkbox-box">
              <Icon name="check" />
            </span>
            <span className="point-name">{point.name}</span>
            {swatches}
          </Checkbox>
        ) : (
          <div className="point-keys" onKeyDownCapture={onKeyDown}>
            <Button
              className="point-head"
              aria-expanded={expanded}
              onPress={() => actions.select(expanded ? [] : [point.id])}
            >
              <span className="point-dot" style={{ backgroundColor: point.inks[theme].line }} />
              <span className="point-name">{point.name}</span>
              {(shape || point.pending) && (
                <span className="hint">{point.pending ? translate("point.pending") : shape}</span>
              )}
              {swatches}
            </Button>
          </div>
        )}
        <IconButton
          icon={point.hidden ? "eyeOff" : "eye"}
          label={translate(point.hidden ? "point.show" : "point.hide", { name: point.name })}
          onPress={() => actions.hide([point.id], !point.hidden)}
        />
        <IconButton
          icon="trash"
          label={translate("point.remove", { name: point.name })}
          onPress={() => actions.remove([point.id])}
        />
      </div>
      {expanded && <LaunchPointEditor id={point.id} />}
    </li>
  );
});
