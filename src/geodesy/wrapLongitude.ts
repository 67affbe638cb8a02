/**
 * A longitude brought to the turn of the globe that is centred on another: from 180° west of it to 180° east of it. Without `around` that is
 * from -180 to 180. One that is there already stays as it is, either end included.
 */
export function wrapLongitude(lng: number, around = 0): number {
  const away = lng - around;
  return away >= -180 && away <= 180 ? lng : lng - 360 * Math.floor((away + 180) / 360);
}
