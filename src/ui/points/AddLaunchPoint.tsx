import { Button } from "react-aria-components/Button";
import type { Actions } from "../../state/actions.ts";
import type { AppStore } from "../../state/store.ts";
import type { Translate } from "../../i18n/messages.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { nextPointName } from "./pointName.ts";

/** Places a launch point in the middle of the map, for users who do not click on it. Its coordinates can be edited in the list. */
export function addAtCenter(store: AppStore, actions: Actions, translate: Translate): void {
  const { content, view } = store.getState();
  const [lng, lat] = view.center;
  const coordinates: [number, number] = [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
  actions.add([{ name: nextPointName(content.launchPoints, translate), geometry: { type: "Point", coordinates } }]);
}

interface AddLaunchPointProps {
  onCountry: () => void;
  onImport: () => void;
}

/** The ways to add launch points besides a click on the map. */
export function AddLaunchPoint({ onCountry, onImport }: AddLaunchPointProps) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  return (
    <div className="add-row">
      <Button className="button small" onPress={() => addAtCenter(store, actions, translate)}>
        <Icon name="plus" />
        {translate("add.center")}
      </Button>
      <Button className="button small" onPress={onCountry}>
        <Icon name="country" />
        {translate("country.add")}
      </Button>
      <Button className="button small" onPress={onImport}>
        <Icon name="file" />
        {translate("add.file")}
      </Button>
    </div>
  );
}
