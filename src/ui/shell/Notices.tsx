import "./notices.css";
import { useAppState } from "./AppContext.tsx";
import { lazyPart } from "./lazyPart.tsx";

const NoticeCard = lazyPart(() => import("./NoticeCard.tsx"));

/** Messages about errors and completed actions, shown until the user dismisses them. */
export function Notices() {
  const notices = useAppState((state) => state.notices);
  return (
    <div className="notices">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
