# What a number is.
number check 85.07.30-033.28 0566.988.259 980000611888 2.147.812.701 12 -o json
number check 85.07.30-033.28 --reveal -o csv
number check 85.07.30-033.29
