export { innerFrame } from './layout-binder.ts';
export { bindLayouts, type BoundLayout, type BoundRegion } from './bind.ts';
export { diagnose, reasonText } from './doctor.ts';
export type { DoctorReport, FontMeasure } from './report.ts';
export { isDistinct, isTitle } from './offer.ts';
export { companyTemplateOf, importCompanyTemplate, layoutsOf, remapCompanyPack, type CompanyPack } from './pack.ts';
export { liveProblems } from './left-out.ts';
export { readCompanyTemplate } from './read.ts';
