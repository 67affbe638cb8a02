import { Button } from "react-aria-components/Button";
import { useAppContext, useTranslate } from "./AppContext.tsx";
import { Icon } from "./icons.tsx";
import { nextPointName } from "./pointName.ts";

/** Places a launch point in the middle of the map: the way in for those who do not click. Its coordinates are edited in the list. */
export function AddLaunchPoint() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  return (
    <Button
      className="button small"
      onPress={() => {
        const { content, view } = store.getState();
        const [lng, lat] = view.center;
        const coordinates: [number, number] = [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
        actions.add([{ name: nextPointName(content.launchPoints, translate), geometry: { type: "Point", coordinates } }]);
      }}
    >
      <Icon name="plus" />
      {translate("point.add")}
    </Button>
  );
}
