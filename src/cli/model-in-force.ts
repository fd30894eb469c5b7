import { projectFile } from '../platform/database/project-files.ts'

/** The demonstration's model, for whoever has set no other. */
const NORTHMOOR = 'allocation/northmoor-2026-27.yaml'

/** The file of the model that the service is set to: `ROUNDTABLE_MODEL`, else the demonstration's. */
export const modelInForce = (env: NodeJS.ProcessEnv = process.env): string => {
  const set = env['ROUNDTABLE_MODEL']
  return set === undefined || set === '' ? projectFile(NORTHMOOR) : set
}
