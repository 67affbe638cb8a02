import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import { MAIN_PART } from "../../marks/shapes/countries.ts";
import { countryName } from "../../i18n/countryNames.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import type { Translate } from "../../i18n/messages.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { Icon } from "../widgets/icons.tsx";
import { loadWorld, type World } from "../../state/loadWorld.ts";

function namedCountries({ countries }: World, translate: Translate): { code: string; name: string }[] {
  return countries.codes
    .map((code) => ({ code, name: countryName(code, translate.language) }))
    .sort((a, b) => a.name.localeCompare(b.name, translate.language));
}

function partName(part: string, world: World, translate: Translate): string {
  if (part === MAIN_PART) return translate("country.main");
  return world.partNames[part]?.[LANGUAGES.indexOf(translate.language)] ?? countryName(part, translate.language);
}

/** Chooses a country to measure ranges from: its main territory, and its overseas parts only where asked for. */
export default function CountryDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const [world, setWorld] = useState<World | null>(null);
  const [code, setCode] = useState("");
  const [parts, setParts] = useState<string[]>([MAIN_PART]);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    loadWorld().then(setWorld, (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  }, []);
  const known = world && code ? world.countries.partsOf(code) : [];
  const add = () => {
    const whole = parts.length === 1 && parts[0] === known[0];
    const geometry = { type: "Country" as const, code, ...(!whole && { parts }) };
    actions.add([{ name: "", geometry }]);
    onClose();
  };
  return (
    <AppDialog title={translate("country.choose")} onClose={onClose}>
      {failure !== "" && <p role="alert">{translate("notice.map", { detail: failure })}</p>}
      <label className="field">
        <span>{translate("country.choose")}</span>
        <select
          className="select wide"
          value={code}
          disabled={!world}
          onChange={(event) => {
            setCode(event.target.value);
            setParts(world?.countries.partsOf(event.target.value).slice(0, 1) ?? [MAIN_PART]);
          }}
        >
          <option value="">–</option>
          {world &&
            namedCountries(world, translate).map((country) => (
              <option key={country.code} value={country.code}>
                {country.name}
              </option>
            ))}
        </select>
      </label>
      {world && known.length > 1 && (
        <fieldset className="system-choice">
          <legend>{translate("country.parts")}</legend>
          {known.map((part) => (
            <Checkbox
              key={part}
              className="checkbox"
              isSelected={parts.includes(part)}
              onChange={(on) => setParts(on ? [...parts, part] : parts.filter((item) => item !== part))}
            >
              <span className="checkbox-box">
                <Icon name="check" />
              </span>
              {partName(part, world, translate)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <div className="dialog-actions">
        <Button className="button primary" isDisabled={code === "" || parts.length === 0} onPress={add}>
          {translate("point.add")}
        </Button>
      </div>
    </AppDialog>
  );
}
