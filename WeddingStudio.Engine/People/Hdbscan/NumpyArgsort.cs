namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>
/// The order numpy 1.24's default argsort gives float64 values: an introsort (Musser 1997) over indices that is not
/// stable, so equal values come out in an order only these exact steps reproduce. Steps: median of three, Hoare
/// partition, insertion sort at up to 16 values, heap sort below a depth of twice the bit length.
/// </summary>
internal static class NumpyArgsort
{
    private const int InsertionSortSpan = 15;

    public static int[] Order(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        if (values.Length > 1)
            Sort(values, order, 0, values.Length - 1, 2 * (int)Math.Log2(values.Length));
        return order;
    }

    private static void Sort(double[] values, int[] order, int low, int high, int depth)
    {
        if (depth < 0)
        {
            HeapSort(values, order.AsSpan(low, high - low + 1));
            return;
        }

        // The depth is only looked at where the original takes a part from its stack: here, for the larger part.
        while (high - low > InsertionSortSpan)
        {
            var pivot = Partition(values, order, low, high);
            depth--;
            if (pivot - low < high - pivot)
            {
                Sort(values, order, pivot + 1, high, depth);
                high = pivot - 1;
            }
            else
            {
                Sort(values, order, low, pivot - 1, depth);
                low = pivot + 1;
            }
        }

        InsertionSort(values, order, low, high);
    }

    private static int Partition(double[] values, int[] order, int low, int high)
    {
        var middle = low + ((high - low) >> 1);
        SwapIfLess(values, order, middle, low);
        SwapIfLess(values, order, high, middle);
        SwapIfLess(values, order, middle, low);

        var pivot = values[order[middle]];
        Swap(order, middle, high - 1);
        var up = low;
        var down = high - 1;
        while (true)
        {
            do up++; while (values[order[up]] < pivot);
            do down--; while (pivot < values[order[down]]);
            if (up >= down)
                break;
            Swap(order, up, down);
        }

        Swap(order, up, high - 1);
        return up;
    }

    private static void InsertionSort(double[] values, int[] order, int low, int high)
    {
        for (var i = low + 1; i <= high; i++)
        {
            var moving = order[i];
            var j = i;
            for (; j > low && values[moving] < values[order[j - 1]]; j--)
                order[j] = order[j - 1];
            order[j] = moving;
        }
    }

    private static void HeapSort(double[] values, Span<int> order)
    {
        for (var root = order.Length / 2; root > 0; root--)
            SiftDown(values, order, root, order.Length, order[root - 1]);

        for (var count = order.Length - 1; count > 0; count--)
        {
            var moving = order[count];
            order[count] = order[0];
            SiftDown(values, order, 1, count, moving);
        }
    }

    // Places `moving` in the heap of the first `count` entries, starting at `hole`; positions
    // count from 1 so that children are 2i and 2i + 1.
    private static void SiftDown(double[] values, Span<int> order, int hole, int count, int moving)
    {
        for (var child = 2 * hole; child <= count; child = 2 * hole)
        {
            if (child < count && values[order[child - 1]] < values[order[child]])
                child++;
            if (!(values[moving] < values[order[child - 1]]))
                break;
            order[hole - 1] = order[child - 1];
            hole = child;
        }

        order[hole - 1] = moving;
    }

    private static void SwapIfLess(double[] values, int[] order, int a, int b)
    {
        if (values[order[a]] < values[order[b]])
            Swap(order, a, b);
    }

    private static void Swap(int[] order, int a, int b) => (order[a], order[b]) = (order[b], order[a]);
}
