import { expect, it } from "vitest";
import { romanise } from "../../data/basemap/romanise.ts";

// The examples in the resolution (Cabinet of Ministers of Ukraine, 27 January 2010, no. 55).
it.each([
  ["Алушта", "Alushta"],
  ["Борщагівка", "Borshchahivka"],
  ["Вишгород", "Vyshhorod"],
  ["Гадяч", "Hadiach"],
  ["Згорани", "Zghorany"],
  ["Розгон", "Rozghon"],
  ["Ґалаґан", "Galagan"],
  ["Єнакієве", "Yenakiieve"],
  ["Короп’є", "Koropie"],
  ["Житомир", "Zhytomyr"],
  ["Їжакевич", "Yizhakevych"],
  ["Кадиївка", "Kadyivka"],
  ["Мар’їне", "Marine"],
  ["Йосипівка", "Yosypivka"],
  ["Стрий", "Stryi"],
  ["Олексій", "Oleksii"],
  ["Харків", "Kharkiv"],
  ["Біла Церква", "Bila Tserkva"],
  ["Щербухи", "Shcherbukhy"],
  ["Гоща", "Hoshcha"],
  ["Корюківка", "Koriukivka"],
  ["Яготин", "Yahotyn"],
  ["Знам’янка", "Znamianka"],
  ["Феодосія", "Feodosiia"],
  ["Івано-Франківськ", "Ivano-Frankivsk"],
])("%s is %s", (ukrainian, latin) => {
  expect(romanise(ukrainian)).toBe(latin);
});
