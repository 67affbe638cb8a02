import "./mapTools.css";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { Tool } from "../../map/tool.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { Icon } from "../widgets/icons.tsx";

const MeasureReadout = lazyPart(() => import("./MeasureReadout.tsx"));

const TOOLS = ["place", "line", "area", "measure"] as const satisfies readonly Tool[];
const ICONS = { place: "target", line: "line", area: "area", measure: "measure" } as const;

/** The tools of the map: place a point, draw a line or an area, measure. */
export function MapTools() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const tool = useAppState((state) => state.tool);
  const isPicking = useAppState((state) => state.picking !== null);
  return (
    <div className="map-tools">
      <ToggleButtonGroup
        aria-label={translate("tools")}
        className="tool-group"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[tool]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key !== undefined) actions.setTool(key as Tool);
        }}
      >
        {TOOLS.map((name) => (
          <TooltipTrigger key={name} delay={500}>
            <ToggleButton id={name} aria-label={translate(`tool.${name}`)}>
              <Icon name={ICONS[name]} />
            </ToggleButton>
            <Tooltip className="tooltip" placement="bottom" offset={6}>
              {translate(`tool.${name}`)}
            </Tooltip>
          </TooltipTrigger>
        ))}
      </ToggleButtonGroup>
      {isPicking ? (
        <output className="tool-hint">{translate("notes.pickHow")}</output>
      ) : tool === "measure" ? (
        <MeasureReadout />
      ) : (
        tool !== "place" && <output className="tool-hint">{translate(`tool.${tool}.how`)}</output>
      )}
    </div>
  );
}
