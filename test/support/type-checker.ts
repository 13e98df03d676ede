import { join } from 'node:path';
import ts from 'typescript';

/** Checks the types of a folder again and again as its files change: what did not change is parsed once. */
export class Checker {
  readonly #folder: string;
  readonly #names: string[];
  readonly #options: ts.CompilerOptions;
  readonly #parsed = new Map<string, { text: string; file: ts.SourceFile }>();
  #program: ts.Program | undefined;

  /** @param include files and folders in it; what they import is checked too */
  constructor(folder: string, include: string[]) {
    this.#folder = folder;
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
    const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include }, ts.sys, folder);
    [this.#names, this.#options] = [fileNames, options];
  }

  /** The faults of all files, or of one. */
  findFaults(file?: string): string[] {
    const host = ts.createCompilerHost(this.#options);
    host.getCurrentDirectory = () => this.#folder;
    host.getSourceFile = (name, target) => {
      const text = ts.sys.readFile(name);
      if (text === undefined) return undefined;
      const known = this.#parsed.get(name);
      if (known?.text === text) return known.file;
      const parsed = ts.createSourceFile(name, text, target);
      this.#parsed.set(name, { text, file: parsed });
      return parsed;
    };
    const previous = this.#program;
    this.#program = ts.createProgram(this.#names, this.#options, host, previous);
    const one = file === undefined ? undefined : this.#program.getSourceFile(join(this.#folder, file));
    return ts
      .getPreEmitDiagnostics(this.#program, one)
      .map(
        ({ file: where, messageText }) =>
          `${where?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
  }
}
