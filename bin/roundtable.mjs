#!/usr/bin/env node
import { NAMES, loadOfFiles } from './of-files.mjs'

const argv = process.argv.slice(2)
const { run } = NAMES.includes(argv[0]) ? loadOfFiles() : await import('../dist/src/cli/main.js')
process.exitCode = await run(argv)
