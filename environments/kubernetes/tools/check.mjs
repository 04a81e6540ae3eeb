// Says what is wrong with Kubernetes objects: node check.mjs < objects.json
//
// Two judges, because each sees what the other does not. The validators that the published packages generated from the API's
// own schemas know values: required fields, patterns, choices. The TypeScript compiler, reading the same packages' types,
// refuses a field that does not exist: the objects are written down as literals of their kind and compiled.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

const require = createRequire(import.meta.url);
const packages = {
  "argoproj.io": { Rollout: "argo-rollouts", AnalysisTemplate: "argo-rollouts", default: "argo-cd" },
  "gateway.networking.k8s.io": { default: "gateway-api" },
};

function module({ apiVersion, kind }) {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  const found = packages[group];
  if (found) return `@kubernetes-models/${found[kind] ?? found.default}/${apiVersion}/${kind}`;
  return `kubernetes-models/${apiVersion}/${kind}`;
}

const title = (object) => `${object.kind} ${object.metadata?.name}`;

function known(object) {
  try {
    require.resolve(module(object));
    return [];
  } catch {
    return [`${title(object)}: no schema of ${object.apiVersion}`];
  }
}

function values(object) {
  try {
    new (require(module(object))[object.kind])(object).validate();
    return [];
  } catch (refusal) {
    return [`${title(object)}: ${refusal.message}`];
  }
}

/** One file with all objects; a diagnostic's position leads back to the object. */
function fields(objects) {
  const folder = mkdtempSync(join(dirname(new URL(import.meta.url).pathname), "check-"));
  const file = join(folder, "objects.ts");
  let text = "";
  const ends = [];
  objects.forEach((object, i) => {
    text += `import type { I${object.kind} as Kind${i} } from "${module(object)}";\n`;
    text += `export const object${i}: Kind${i} = ${JSON.stringify(object, null, 1)};\n`;
    ends.push(text.length);
  });
  try {
    writeFileSync(file, text);
    const program = ts.createProgram([file], {
      strict: true, noEmit: true, skipLibCheck: true, types: [],
      module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    return ts.getPreEmitDiagnostics(program).map((it) => {
      const object = objects[ends.findIndex((end) => (it.start ?? 0) < end)];
      return `${title(object)}: ${ts.flattenDiagnosticMessageText(it.messageText, " ")}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const objects = JSON.parse(readFileSync(0, "utf8"));
const unknown = objects.flatMap(known);
const rest = objects.filter((it) => known(it).length === 0);
for (const mistake of [...unknown, ...rest.flatMap(values), ...fields(rest)]) console.log(mistake);
