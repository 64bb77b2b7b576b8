"""What both workloads draw with: splitmix64 (Steele, Lea and Flood 2014), the same numbers from the same seed everywhere."""

WORD = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15


class Splitmix:
    """A stream of numbers of 64 bits that hangs on its seed alone."""

    def __init__(self, seed):
        self.state = seed & WORD

    def word(self):
        self.state = (self.state + STEP) & WORD
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & WORD
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        """A number from 0 up to, and without, the bound."""
        return self.word() % bound
