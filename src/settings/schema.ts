import { z } from 'zod';
import { platforms } from '../catalog/platforms.ts';
import { metas } from '../rules/index.ts';
import { presets } from './ruling.ts';

/** The configuration file of authlint: what users write, and, as JSON Schema, what their editors complete. */

const level = z.enum(['off', 'info', 'warning', 'error']);

const rules = z
  .strictObject(
    Object.fromEntries(metas.map(({ id, title }) => [id, level.meta({ description: title }).optional()])) as Record<
      string,
      z.ZodOptional<typeof level>
    >,
  )
  .meta({ description: 'Level of single rules; it also turns on rules that the preset has not' });

const patterns = z.union([z.string().min(1), z.array(z.string().min(1))]).meta({
  description: 'Patterns as in .gitignore, seen from the folder of this file',
});

export const override = z
  .strictObject({ files: patterns, rules })
  .meta({ description: 'Other levels for findings in some files; later ones win' });

export const settingsDocument = z
  .strictObject({
    $schema: z.string().optional(),
    extends: z.enum(presets).optional().meta({ description: 'The rules to start from (default: recommended)' }),
    rules: rules.optional(),
    overrides: z.array(override).optional(),
    failOn: z
      .enum(['error', 'warning', 'info'])
      .optional()
      .meta({ description: 'Lowest severity that makes the exit status 1 (default: error)' }),
    paths: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: 'What is checked where the command line names nothing (default: the working directory)' }),
    ignore: patterns
      .optional()
      .meta({ description: 'Files that are not looked for and have no findings; patterns as in .gitignore' }),
    maps: z
      .record(z.string().regex(/^\//), z.string().min(1))
      .optional()
      .meta({ description: 'Where paths of the server are found here: {"/etc/nginx": "conf"}' }),
    root: z.string().min(1).optional().meta({ description: "Folder that stands for the server's /" }),
    platform: z.enum(platforms).optional().meta({
      description:
        'Whose crypt() checks the passwords (default: told from images in the tree, else glibc with libxcrypt)',
    }),
    baseline: z.string().min(1).optional().meta({ description: 'File of old findings, which do not fail a run' }),
    inlineConfig: z.boolean().optional().meta({ description: 'Whether comments silence findings (default: true)' }),
  })
  .meta({ title: 'authlint.config.json', description: 'Paths are seen from the folder of this file' });

export type SettingsDocument = z.infer<typeof settingsDocument>;
