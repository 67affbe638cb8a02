import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { MAX_GROUP } from "../../scenario/limits.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { SystemChoice } from "./SystemChoice.tsx";

/** Edits several launch points at once: systems, group, hide, delete. A system is ticked if all of them have it. */
export default function BulkEditor({ ids }: { ids: string[] }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const points = useAppState((state) => state.content.launchPoints).filter((point) => ids.includes(point.id));
  const [first] = points;
  if (!first) return null;
  const common = first.systems.filter((system) => points.every((point) => point.systems.includes(system)));
  const groups = new Set(points.map((point) => point.group ?? ""));
  const allHidden = points.every((point) => point.hidden);
  return (
    <div className="point-editor bulk">
      <p className="hint">{translate("points.selected", { count: points.length })}</p>
      <SystemChoice
        label={translate("systems")}
        chosen={common}
        onChange={(system, on) => actions.toggleSystem(ids, system, on)}
      />
      <TextField
        className="field"
        value={groups.size === 1 ? (first.group ?? "") : ""}
        onChange={(group) => actions.regroup(ids, group || undefined)}
        maxLength={MAX_GROUP}
      >
        <Label>{translate("point.group")}</Label>
        <Input />
      </TextField>
      <div className="button-row">
        <Button className="button small" onPress={() => actions.hide(ids, !allHidden)}>
          {translate(allHidden ? "menu.show" : "menu.hide")}
        </Button>
        <Button className="button small" onPress={() => actions.remove(ids)}>
          {translate("menu.remove")}
        </Button>
      </div>
    </div>
  );
}
