"""Counts the ballots of a file by one method, and says how long that took and who is elected.

    python count.py METHOD FILE

What is prepared before is the ballots in the form that the library takes, one object a ballot. The count is what comes
after that. It is done once to warm up and three times more, of which the middle one is told, as JSON.
"""

import json
import sys
import time
from collections import Counter


def single(ballots):
    from votelib.evaluate.core import Plurality

    firsts = [order[0] for order in ballots["orders"]]
    return lambda: Plurality().evaluate(Counter(firsts), 1)


def approval(ballots):
    from votelib.convert import ApprovalToSimpleVotes
    from votelib.evaluate.core import Plurality

    approved = [frozenset(at for at, score in enumerate(scores) if score >= 3) for scores in ballots["scores"]]
    return lambda: Plurality().evaluate(ApprovalToSimpleVotes().convert(Counter(approved)), 1)


def score(ballots):
    from votelib.evaluate.cardinal import ScoreVoting

    scored = [frozenset(enumerate(scores)) for scores in ballots["scores"]]
    return lambda: ScoreVoting("sum").evaluate(Counter(scored), 1)


def star(ballots):
    import starvote

    scored = [{str(at): score for at, score in enumerate(scores)} for scores in ballots["scores"]]
    return lambda: [int(name) for name in starvote.star_voting(scored, verbosity=0)]


def schulze(ballots):
    from pref_voting.profiles import Profile
    from pref_voting.voting_methods import beat_path

    return lambda: beat_path(Profile(ballots["orders"]), algorithm="floyd_warshall")


def pairs(ballots):
    from pref_voting.profiles import Profile
    from pref_voting.voting_methods import ranked_pairs

    return lambda: ranked_pairs(Profile(ballots["orders"]))


def ranked(ballots):
    from pyrankvote import Ballot, Candidate

    options = [Candidate(str(at)) for at in range(len(ballots["orders"][0]))]
    return options, [Ballot([options[at] for at in order]) for order in ballots["orders"]]


def irv(ballots):
    from pyrankvote import instant_runoff_voting

    options, orders = ranked(ballots)
    return lambda: [int(winner.name) for winner in instant_runoff_voting(options, orders).get_winners()]


def stv(ballots):
    from pyrankvote import single_transferable_vote

    options, orders = ranked(ballots)
    seats = ballots["seats"]
    return lambda: [int(winner.name) for winner in single_transferable_vote(options, orders, seats).get_winners()]


def main(method, path):
    with open(path) as file:
        count = globals()[method](json.load(file))
    winners = count()
    took = []
    for _ in range(3):
        began = time.perf_counter()
        winners = count()
        took.append(time.perf_counter() - began)
    print(json.dumps({"seconds": sorted(took)[1], "winners": sorted(int(winner) for winner in winners)}))


main(*sys.argv[1:])
