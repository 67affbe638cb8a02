import "./mapMenu.css";
import { useRef } from "react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { formatLngLat } from "../../i18n/numbers.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { nextPointName } from "../points/pointName.ts";

export interface MapMenuState {
  lngLat: [number, number];
  launchPoint: string | undefined;
  /** Pixels from the top left of the window. */
  x: number;
  y: number;
}

/** The menu of a right click on the map: what can be done to a launch point, or at a place. */
export default function MapMenu({ menu, onClose }: { menu: MapMenuState; onClose: () => void }) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const anchor = useRef<HTMLSpanElement>(null);
  const { launchPoint: id, lngLat } = menu;
  const point = store.getState().content.launchPoints.find((item) => item.id === id);
  const name = point ? point.name : formatLngLat(lngLat, translate.language);
  const act = (key: string) => {
    if (key === "place")
      actions.add([
        {
          name: nextPointName(store.getState().content.launchPoints, translate),
          geometry: { type: "Point", coordinates: lngLat },
        },
      ]);
    if (key === "copy") void navigator.clipboard?.writeText(formatLngLat(lngLat, "en", 5));
    if (!point) return;
    if (key === "duplicate") actions.duplicate(point.id, translate("point.copyOf", { name: point.name }));
    if (key === "hide") actions.hide([point.id], true);
    if (key === "remove") actions.remove([point.id]);
    if (key === "edit") actions.select([point.id]);
    if (key === "measure") {
      actions.select([point.id]);
      actions.setTool("measure");
      actions.setMeasure({ from: point.id, lngLat });
    }
  };
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        className="menu-popover"
        aria-label={name}
      >
        <Menu
          className="menu"
          aria-label={name}
          // A menu takes the focus when it opens: the ARIA pattern of a menu.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(key) => {
            act(String(key));
            onClose();
          }}
        >
          {point ? (
            <>
              <MenuItem id="edit">{translate("menu.edit", { name: point.name })}</MenuItem>
              <MenuItem id="measure">{translate("menu.measure")}</MenuItem>
              <MenuItem id="duplicate">{translate("point.duplicate")}</MenuItem>
              <MenuItem id="hide">{translate("menu.hide")}</MenuItem>
              <MenuItem id="remove">{translate("menu.remove")}</MenuItem>
            </>
          ) : (
            <>
              <MenuItem id="place">{translate("menu.place")}</MenuItem>
              <MenuItem id="copy">
                {translate("menu.copy", { place: formatLngLat(lngLat, translate.language) })}
              </MenuItem>
            </>
          )}
        </Menu>
      </Popover>
    </>
  );
}
