import { useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import type { Translate } from "../../i18n/messages.ts";
import { MAX_GROUP, MAX_POINT_NAME } from "../../scenario/limits.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { SystemChoice } from "./SystemChoice.tsx";

const LIMITS = { latitude: 90, longitude: 180 } as const;
type Axis = keyof typeof LIMITS;
const OUT_OF_RANGE = { latitude: "problem.latitude", longitude: "problem.longitude" } as const;

/** Reads a coordinate with a decimal point or comma. */
function parseDegrees(text: string): number {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

function errorOf(axis: Axis, text: string, translate: Translate): string | undefined {
  const value = parseDegrees(text);
  if (!Number.isFinite(value)) return translate("coordinate.notNumber", { value: text });
  return Math.abs(value) > LIMITS[axis] ? translate(OUT_OF_RANGE[axis], { value: text }) : undefined;
}

interface DegreesFieldProps {
  axis: Axis;
  value: number;
  onChange: (value: number) => void;
}

/** A field for one coordinate. Invalid input changes nothing and stays until it is corrected or the field loses focus. */
function DegreesField({ axis, value, onChange }: DegreesFieldProps) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const error = draft === null ? undefined : errorOf(axis, draft, translate);
  return (
    <TextField
      className="field"
      value={draft ?? String(Math.round(value * 1e5) / 1e5)}
      isInvalid={error !== undefined}
      onChange={(text) => {
        setDraft(text);
        if (errorOf(axis, text, translate) === undefined) onChange(parseDegrees(text));
      }}
      onBlur={() => {
        if (error === undefined) setDraft(null);
      }}
    >
      <Label>{translate(axis)}</Label>
      <Input inputMode="decimal" />
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

/** Name, coordinates and systems of one launch point. */
export function LaunchPointEditor({ id }: { id: string }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const point = useAppState((state) => state.content.launchPoints.find((item) => item.id === id));
  const index = useAppState((state) => state.content.launchPoints.findIndex((item) => item.id === id));
  const count = useAppState((state) => state.content.launchPoints.length);
  const drag = useAppState((state) => (state.drag?.id === id ? state.drag.lngLat : null));
  if (!point) return null;
  const { geometry } = point;
  const [lng, lat] = drag ?? (geometry.type === "Point" ? geometry.coordinates : [0, 0]);
  const moveTo = (coordinates: [number, number]) => actions.move(id, { type: "Point", coordinates });
  return (
    <div className="point-editor">
      <TextField
        className="field"
        value={point.name}
        onChange={(name) => actions.rename(id, name)}
        maxLength={MAX_POINT_NAME}
      >
        <Label>{translate("name")}</Label>
        <Input />
      </TextField>
      {geometry.type === "Point" && (
        <div className="field-pair">
          <DegreesField axis="latitude" value={lat} onChange={(value) => moveTo([lng, value])} />
          <DegreesField axis="longitude" value={lng} onChange={(value) => moveTo([value, lat])} />
        </div>
      )}
      <SystemChoice
        label={translate("systems")}
        chosen={point.systems}
        onChange={(system, on) => actions.toggleSystem([id], system, on)}
      />
      <div className="button-row">
        <IconButton
          icon="up"
          label={translate("point.up")}
          isDisabled={index === 0}
          onPress={() => actions.reorder(id, index - 1)}
        />
        <IconButton
          icon="down"
          label={translate("point.down")}
          isDisabled={index === count - 1}
          onPress={() => actions.reorder(id, index + 1)}
        />
        <IconButton
          icon="copy"
          label={translate("point.duplicate")}
          onPress={() => actions.duplicate(id, translate("point.copyOf", { name: point.name }))}
        />
        <label className="color-field">
          <input
            type="color"
            value={point.color ?? "#1c1c1e"}
            onChange={(event) => actions.recolor([id], event.target.value)}
          />
          {translate("point.color")}
        </label>
        {point.color && (
          <IconButton
            icon="close"
            label={translate("point.color.reset")}
            onPress={() => actions.recolor([id], undefined)}
          />
        )}
      </div>
      <TextField
        className="field"
        value={point.group ?? ""}
        onChange={(group) => actions.regroup([id], group || undefined)}
        maxLength={MAX_GROUP}
      >
        <Label>{translate("point.group")}</Label>
        <Input />
      </TextField>
    </div>
  );
}
