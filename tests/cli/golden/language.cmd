# The same commands in Dutch and French; what programs read stays as it is. Only texts that have had
# their translation for long: the others may still get a better one.
store init --fields schema
--lang nl
--lang fr
--lang nl grnt
--lang fr grnt -o json
person add --number 85.07.30-033.28 --first-name An --last-name Peeters --fields id,verified --lang nl
person add --number 85.07.30-033.28 --first-name An --last-name Peeters --fields id,verified --lang nl
person add --number 85.07.30-033.28 --first-name An --last-name Peeters --fields id,verified --lang fr
person list --fields id,verified -o json --lang nl
person list --fields id,verified -o json --lang fr
person list --lang klingon
person list --lang de
