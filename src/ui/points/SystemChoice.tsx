import { Checkbox } from "react-aria-components/Checkbox";
import { useMemo } from "react";
import type { Role } from "../../catalog/vocabulary.ts";
import { createSystemLookup, targetInWords } from "../../marks/drawnSystem.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { DrawnSystem } from "../../marks/drawn.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { systemSwatch } from "../../marks/ring.ts";

function useLookup(): (ref: string) => DrawnSystem[] {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const customSystems = useAppState((state) => state.content.customSystems);
  const display = useAppState((state) => state.content.display);
  return useMemo(
    () => createSystemLookup(catalog, customSystems, { display, translate }),
    [catalog, customSystems, display, translate],
  );
}

/** Every version of every system, each with its own range in words. */
function useVersions(): DrawnSystem[] {
  const { catalog } = useAppContext();
  const lookup = useLookup();
  return useMemo(
    () =>
      catalog.systems.flatMap((system) => system.variants.flatMap((variant) => lookup(`${system.id}/${variant.id}`))),
    [catalog, lookup],
  );
}

/** Every system that can be drawn, with its range in words; those of the catalogue come first. */
export function useDrawnSystems(): DrawnSystem[] {
  const { catalog } = useAppContext();
  const lookup = useLookup();
  const customSystems = useAppState((state) => state.content.customSystems);
  return useMemo(
    () => [...catalog.systems, ...customSystems].flatMap((system) => lookup(system.id)),
    [catalog, customSystems, lookup],
  );
}

interface SystemChoiceProps {
  label: string;
  chosen: readonly string[];
  onChange: (system: string, on: boolean) => void;
}

type RowProps = Pick<SystemChoiceProps, "chosen" | "onChange"> & { systems: DrawnSystem[]; name: string };

/** What one check box adds: a system that is drawn as several rings has all its ranges in one row. */
function byRef(systems: DrawnSystem[]): [DrawnSystem, ...DrawnSystem[]][] {
  const groups = new Map<string, [DrawnSystem, ...DrawnSystem[]]>();
  for (const system of systems) {
    const group = groups.get(system.ref);
    if (group) group.push(system);
    else groups.set(system.ref, [system]);
  }
  return [...groups.values()];
}

/** `up to 150 km (against aircraft) · 40 km (against ballistic missiles)`; a single range needs no telling apart. */
function rangesInWords(systems: DrawnSystem[], translate: Translate): string {
  const [first, ...others] = systems;
  if (first && others.length === 0) return first.rangeText;
  return systems
    .map((system) => {
      const target = targetInWords(system, translate);
      return target === undefined ? system.rangeText : `${system.rangeText} (${target})`;
    })
    .join(" · ");
}

function SystemRow({ systems: [system, ...others], name, chosen, onChange }: RowProps) {
  const translate = useTranslate();
  if (system === undefined) return null;
  return (
    <Checkbox className="checkbox" isSelected={chosen.includes(system.ref)} onChange={(on) => onChange(system.ref, on)}>
      <span className="checkbox-box">
        <Icon name="check" />
      </span>
      <Swatch swatch={systemSwatch(system)} />
      <span className="system-name">{name}</span>
      <span className="system-range">{rangesInWords([system, ...others], translate)}</span>
    </Checkbox>
  );
}

/** The versions for which a figure of their own was published, of every system of a role. */
function Versions({ role, chosen, onChange }: Pick<RowProps, "chosen" | "onChange"> & { role: Role }) {
  const translate = useTranslate();
  const versions = useVersions().filter((version) => version.role === role);
  return (
    <details className="variants" open={versions.some((version) => chosen.includes(version.ref)) || undefined}>
      <summary>
        {translate(`versions.${role}`)} ({byRef(versions).length})
      </summary>
      {byRef(versions).map((drawn) => (
        <SystemRow key={drawn[0].ref} systems={drawn} name={drawn[0].shortName} chosen={chosen} onChange={onChange} />
      ))}
    </details>
  );
}

/** Check boxes for the systems of a launch point, with strike and defensive systems separate and versions below each system. */
export function SystemChoice({ label, chosen, onChange }: SystemChoiceProps) {
  const translate = useTranslate();
  const systems = useDrawnSystems();
  return (
    <fieldset aria-label={label} className="system-choice">
      {(["strike", "defence"] as const).map((role) => (
        <div key={role} className="system-role">
          <span className="eyebrow">{translate(`role.${role}`)}</span>
          {byRef(systems.filter((system) => system.role === role)).map((drawn) => (
            <SystemRow
              key={drawn[0].ref}
              systems={drawn}
              name={drawn[0].shortName}
              chosen={chosen}
              onChange={onChange}
            />
          ))}
          <Versions role={role} chosen={chosen} onChange={onChange} />
        </div>
      ))}
    </fieldset>
  );
}
