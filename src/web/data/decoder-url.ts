// Where the decoder of feedback lies among the built files.
import address from '../../core/decode/model/skillmap-decoder.txt?url'

export const decoderUrl = address
