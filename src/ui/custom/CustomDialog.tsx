import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { DrawnSystem } from "../../marks/drawn.ts";
import { SPARE_COLORS } from "../../marks/palette.ts";
import { nextId, putCustomSystem, removeCustomSystem, toggleSystem } from "../../scenario/edits.ts";
import { MAX_CUSTOM_SYSTEMS } from "../../scenario/limits.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { useDrawnSystems } from "../points/SystemChoice.tsx";
import { CustomForm } from "./CustomForm.tsx";
import "./custom.css";
import { systemSwatch } from "../../marks/ring.ts";

const DeskSection = lazyPart(() => import("../desk/DeskSection.tsx"));

interface RowProps {
  system: CustomSystem;
  drawn: DrawnSystem;
  onEdit: () => void;
  onRemove: () => void;
  onSource: (target: SourceTarget) => void;
}

function Row({ system, drawn, onEdit, onRemove, onSource }: RowProps) {
  const translate = useTranslate();
  return (
    <li className="custom-row">
      <Swatch swatch={systemSwatch(drawn)} />
      <span className="custom-name">{system.name}</span>
      <Button
        className="number"
        aria-label={translate("source.open", { name: system.name, range: drawn.rangeText })}
        onPress={() => onSource({ system: system.id })}
      >
        {drawn.rangeText}
      </Button>
      <span className="own">{translate("custom.mark")}</span>
      <Button className="button small" aria-label={translate("custom.edit", { name: system.name })} onPress={onEdit}>
        {translate("custom.editShort")}
      </Button>
      <IconButton icon="trash" label={translate("custom.remove", { name: system.name })} onPress={onRemove} />
    </li>
  );
}

/** The list of the user's own systems, a form to add or edit one, and the catalogue of a newsroom. */
export default function CustomDialog({
  onSource,
  onFile,
  onClose,
}: {
  onSource: (target: SourceTarget) => void;
  /** Opens the import with a file that the user chose. */
  onFile: (file: File) => void;
  onClose: () => void;
}) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const systems = useAppState((state) => state.content.customSystems);
  const drawn = useDrawnSystems();
  const [editing, setEditing] = useState<string | null>(null);
  const [done, setDone] = useState("");
  const before = systems.find((system) => system.id === editing);
  const save = (system: CustomSystem) => {
    const { content, selected } = store.getState();
    const [only] = content.launchPoints;
    // If there is only one launch point, it need not be selected.
    const points = selected.length > 0 ? selected : content.launchPoints.length === 1 && only ? [only.id] : [];
    const edit = { action: "custom", name: system.name } as const;
    actions.change(
      (was) =>
        before ? putCustomSystem(was, system) : toggleSystem(putCustomSystem(was, system), points, system.id, true),
      edit,
    );
    setDone(translate(before ? "custom.saved" : "custom.added", { name: system.name, count: points.length }));
    setEditing(null);
  };
  const remove = (system: CustomSystem) => {
    actions.change((was) => removeCustomSystem(was, system.id), { action: "custom", name: system.name });
    setDone(translate("custom.removed", { name: system.name }));
    if (editing === system.id) setEditing(null);
  };
  return (
    <AppDialog title={translate("custom.title")} onClose={onClose}>
      <p className="hint">{translate("custom.explain")}</p>
      {systems.length > 0 && (
        <ul className="custom-list">
          {systems.map((system) => {
            const line = drawn.find((item) => item.ref === system.id);
            return line ? (
              <Row
                key={system.id}
                system={system}
                drawn={line}
                onEdit={() => setEditing(system.id)}
                onRemove={() => remove(system)}
                onSource={onSource}
              />
            ) : null;
          })}
        </ul>
      )}
      {before === undefined && systems.length >= MAX_CUSTOM_SYSTEMS ? (
        <p>{translate("custom.full", { bound: MAX_CUSTOM_SYSTEMS })}</p>
      ) : (
        <CustomForm
          key={before ? before.id : "new"}
          id={before?.id ?? nextId(systems, "x")}
          before={before}
          color={SPARE_COLORS[systems.length % SPARE_COLORS.length] ?? SPARE_COLORS[0]}
          onSave={save}
          onCancel={before ? () => setEditing(null) : undefined}
        />
      )}
      <output className="status">{done}</output>
      <DeskSection onFile={onFile} />
    </AppDialog>
  );
}
