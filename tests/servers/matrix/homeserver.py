"""Synapse, for as long as its standard input is open: it ends with the test that holds it, however that ends, and its
folder goes with it. Takes that folder, in which homeserver.yaml lies.
"""

import os
import shutil
import sys
import threading

from synapse.app import homeserver


def end_with_input(folder):
    while os.read(sys.stdin.fileno(), 4096):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def main():
    folder = sys.argv[1]
    threading.Thread(target=end_with_input, args=[folder], daemon=True).start()
    sys.argv[1:] = ["--config-path", os.path.join(folder, "homeserver.yaml")]
    homeserver.main()


if __name__ == "__main__":
    main()
