#!/usr/bin/env python3
"""Has pre-commit itself read the ready-made hook, and run it by try-repo on a commit that breaks a promise and on one that does not.

    check_hooks.py PROGRAM"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOOKS = ".pre-commit-hooks.yaml"
SITE = ROOT / "Samples" / "ci" / "site"


def run(*command, cwd, environment, status=(0,)):
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode not in status:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def commit(folder, environment):
    run("git", "add", "--all", cwd=folder, environment=environment)
    run("git", "-c", "user.name=T", "-c", "user.email=t@belofte.example", "commit", "--quiet", "--message", "as it was",
        cwd=folder, environment=environment)


def repository(folder, environment):
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder, environment=environment)
    commit(folder, environment)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    pre_commit = [sys.executable, "-m", "pre_commit"]
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place).resolve()
        environment = dict(os.environ, PRE_COMMIT_HOME=str(place / "home"), PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}")
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
            environment.pop(name, None)
        run(*pre_commit, "validate-manifest", ROOT / HOOKS, cwd=place, environment=environment)
        run(*pre_commit, "validate-config", SITE / ".pre-commit-config.yaml", cwd=place, environment=environment)
        hooks, site = place / "hooks", place / "site"
        hooks.mkdir()
        shutil.copy(ROOT / HOOKS, hooks / HOOKS)
        repository(hooks, environment)
        shutil.copytree(SITE, site)
        repository(site, environment)
        trial = (*pre_commit, "try-repo", hooks, "belofte", "--verbose")
        terms = site / "public" / "terms.html"
        terms.write_text(terms.read_text(encoding="utf-8") + "<!-- nothing that anybody reads -->\n", encoding="utf-8")
        run("git", "add", "--all", cwd=site, environment=environment)
        calm = run(*trial, cwd=site, environment=environment)
        if "Passed" not in calm.stdout:
            sys.exit(f"a harmless commit does not pass:\n{calm.stdout}{calm.stderr}")
        run("git", "apply", ROOT / "Samples" / "ci" / "change.patch", cwd=site, environment=environment)
        run("git", "add", "--all", cwd=site, environment=environment)
        harm = run(*trial, cwd=site, environment=environment, status=(1,))
        if "public/terms.html:9:4: error: " not in harm.stdout or "exit code: 1" not in harm.stdout:
            sys.exit(f"a commit that breaks a promise is not told of:\n{harm.stdout}{harm.stderr}")
    print("pre-commit reads the hook, runs it, and stops the commit that breaks a promise.")


if __name__ == "__main__":
    main()
