"""How large a sheet may be. Sizes in bytes; a sheet that is larger is split by its sender."""

FILE = 200 * 2**20
#: An XLSX: what it unpacks to, how many parts it has, and how many times a part may have shrunk.
#: Sheets of real lists shrink 5 to 40 times; a bomb shrinks 1,000 times.
UNPACKED = 256 * 2**20
PARTS = 1_000
DIRECTORY = PARTS * 300
RATIO = 100
RATIO_FROM = 2**20
PROLOG = 2**16

ROWS = 1_000_000
WORKBOOK_ROWS = 100_000
LAST_ROW = 2**20
COLUMNS = 200
CELL = 32_767
LINE = COLUMNS * 8_192

#: The child.
MEMORY = 512 * 2**20
SECONDS = 30
