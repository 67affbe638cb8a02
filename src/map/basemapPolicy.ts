import type { BasemapLanguage } from "./basemapStyle.ts";

/** How borders are drawn, in words for the reader of a map. The whole of it, with reasons: data/basemap/README.md. */
export const basemapPolicy: Record<BasemapLanguage, string> = {
  en:
    "Borders follow those recognised by the United Nations: Crimea, Sevastopol and the Donetsk, Luhansk, Zaporizhzhia and Kherson regions are in Ukraine; Abkhazia and South Ossetia are in Georgia; Transnistria is in Moldova; the Golan Heights are in Syria; Western Sahara is shown as its own territory. Dashed lines are boundaries in dispute or not final, as in Kashmir, around Palestine and Kosovo. They do not express an opinion on the status of any territory. Names and lines can be out of date; front lines are not shown.",
  vi:
    "Biên giới được vẽ theo đường biên giới mà Liên Hợp Quốc công nhận: Crimea, Sevastopol và các tỉnh Donetsk, Luhansk, Zaporizhzhia, Kherson thuộc Ukraine; Abkhazia và Nam Ossetia thuộc Gruzia; Transnistria thuộc Moldova; Cao nguyên Golan thuộc Syria; Tây Sahara được thể hiện là một vùng lãnh thổ riêng. Đường nét đứt là ranh giới đang tranh chấp hoặc chưa được phân định, như ở Kashmir, quanh Palestine và Kosovo. Các đường này không thể hiện quan điểm về quy chế của bất kỳ vùng lãnh thổ nào. Tên gọi và đường biên có thể chưa cập nhật; bản đồ không vẽ chiến tuyến.",
  uk:
    "Кордони показано так, як їх визнає Організація Об’єднаних Націй: Крим, Севастополь, Донецька, Луганська, Запорізька та Херсонська області — це Україна; Абхазія і Південна Осетія — Грузія; Придністров’я — Молдова; Голанські висоти — Сирія; Західну Сахару показано окремою територією. Пунктиром позначено спірні або остаточно не визначені межі, як-от у Кашмірі, навколо Палестини й Косова. Вони не виражають думки щодо статусу жодної території. Назви й лінії можуть бути застарілими; лінію фронту не показано.",
};
